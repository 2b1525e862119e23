using System.Globalization;
using LrGen;

namespace App;

/// <summary>Which of two layers a trial has.</summary>
enum Layer
{
    Dense,
    Sparse,
}

[SearchSpace]
readonly partial record struct Trial(
    [LogUniform(1e-5, 1e-1)] double Rate, [Choice("cosine", "step")] string Schedule, [Choice(Layer.Dense, Layer.Sparse)] Layer Layer, [IntegerRange(1, 4)] int Depth);

/// <summary>A search with a journal, in native code, too: JSON without reflection.</summary>
static class Searches
{
    public static void Print()
    {
        string folder = Directory.CreateTempSubdirectory("lrgen-").FullName;
        try
        {
            for (int run = 0; run < 2; run++)
            {
                var found = Search.Run<Trial>(
                    new SearchOptions { Seed = 1, Trials = 20, Journal = Path.Combine(folder, "search.jsonl") },
                    (trial, _) => Math.Abs(Math.Log10(trial.Rate) + 2) + trial.Depth);
                var best = found.Best!;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"search: {found.Trials.Count} trials, {found.Resumed} from the journal, best {best.Index}: {best.Trial.Rate:G6} {best.Trial.Schedule} {best.Trial.Layer} {best.Trial.Depth}"));
            }

            Console.WriteLine(SearchJournal.Read(Path.Combine(folder, "search.jsonl"))[0].Values.GetRawText());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
