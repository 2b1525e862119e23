namespace LrGen.SearchTests;

/// <summary>Damaged journals: refused as they are, or gone on with from results that are true.</summary>
public sealed class JournalFuzzTests : IDisposable
{
    private readonly MemoryFolder _folder = new();

    [Fact]
    public void No_damage_is_believed_and_what_is_refused_stays_as_it_is()
    {
        string path = _folder.File("a.jsonl");
        Run(path);
        byte[] whole = File.ReadAllBytes(path);
        var random = new Random(15);
        int refused = 0, files = LongRun.Size(full: 30_000, quick: 1_000);
        for (int i = 0; i < files; i++)
        {
            byte[] damaged = Damage.Of(whole, random);
            File.WriteAllBytes(path, damaged);
            try
            {
                var result = Run(path);
                Assert.Equal(12, result.Trials.Count);
                Assert.All(result.Trials, t => Assert.Equal(t.Trial.Rate, t.Result));
            }
            catch (SearchJournalException)
            {
                refused++;
                Assert.True(damaged.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"file {i}");
            }
        }

        Assert.InRange(refused, files / 3, files - (files / 20));
    }

    public void Dispose() => _folder.Dispose();

    private static SearchResult<Trial> Run(string path) => Search.Run<Trial>(new SearchOptions { Trials = 12, Journal = path }, (trial, context) =>
    {
        context.Report(1, trial.Rate);
        return trial.Rate;
    });
}
