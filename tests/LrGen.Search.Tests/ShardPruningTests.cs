namespace LrGen.SearchTests;

/// <summary>What other shards have reported counts, where their journals lie in a shared folder.</summary>
public sealed class ShardPruningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;

    [Theory]
    [InlineData("part-{shard}.jsonl", TrialStatus.Pruned)]
    // Without the place of the index in the name a shard judges by itself.
    [InlineData("part.jsonl", TrialStatus.Done)]
    public void A_trial_worse_than_those_of_another_shard_is_given_up(string journal, TrialStatus expected)
    {
        Run("part-{shard}.jsonl", 0, 1);
        Assert.All(Run(journal, 1, 9), t => Assert.Equal(expected, t.Status));
    }

    [Fact]
    public void A_line_that_is_half_written_is_waited_for_and_a_damaged_journal_left_alone()
    {
        Run("part-{shard}.jsonl", 0, 1);
        string path = Path.Combine(_folder, "part-0.jsonl");
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^30]);
        int trials = 0;
        var results = Run("part-{shard}.jsonl", 1, 9, () =>
        {
            // Seven have ended as far as the first trial can see.
            if (++trials != 2)
                return;
            File.WriteAllBytes(path, whole);
            Thread.Sleep(1_100);
        });
        Assert.Equal(7, results.Count(t => t.Status == TrialStatus.Pruned));
        Assert.Equal(TrialStatus.Done, results.MinBy(t => t.Index)!.Status);
        File.WriteAllText(path, "another file");
        File.Delete(Path.Combine(_folder, "part-1.jsonl"));
        Assert.All(Run("part-{shard}.jsonl", 1, 9), t => Assert.Equal(TrialStatus.Done, t.Status));
        Assert.Equal("another file", File.ReadAllText(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<TrialResult<Trial>> Run(string journal, int shard, double value, Action? before = null) => Search.Run<Trial>(
        new SearchOptions { Trials = 16, Journal = Path.Combine(_folder, journal), Shard = new Shard(shard, 2), Pruner = Pruner.Median(8) }, (_, context) =>
        {
            before?.Invoke();
            context.Report(1, value);
            return value;
        }).Trials;
}
