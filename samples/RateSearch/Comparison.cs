using LrGen;

namespace RateSearch;

/// <summary>A way to search, and what it found with each seed.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Results">The search of each seed.</param>
/// <param name="Epochs">How many epochs each search trained.</param>
sealed record Contender(string Name, SearchResult<Trial>[] Results, int[] Epochs);

/// <summary>Runs every kind of search with every seed, at equal budgets.</summary>
sealed class Comparison(DigitSet trainingSet, DigitSet heldOutSet, Options options)
{
    private const int Threads = 2;

    private static readonly (string Name, SearchKind Kind, Pruner Pruner)[] s_kinds =
    [
        ("grid", SearchKind.Grid, Pruner.None),
        ("random", SearchKind.Random, Pruner.None),
        ("quasi-random", SearchKind.QuasiRandom, Pruner.None),
        ("quasi-random, halved", SearchKind.QuasiRandom, Pruner.SuccessiveHalving(firstStep: 1, factor: 2)),
    ];

    /// <summary>Gets how many trials all searches have together.</summary>
    public int Trials => s_kinds.Sum(kind => TrialsOf(kind.Kind)) * options.Seeds;

    public Contender[] Run(ProgressCounter finished) => [.. s_kinds.Select(kind =>
    {
        var results = new SearchResult<Trial>[options.Seeds];
        var epochs = new int[options.Seeds];
        for (int seed = 0; seed < options.Seeds; seed++)
        {
            var training = new Training(trainingSet, heldOutSet, finished, options.Epochs);
            results[seed] = Search.Run<Trial>(
                new SearchOptions { Kind = kind.Kind, Seed = (ulong)seed + 1, Trials = options.Trials, Parallelism = Threads, Pruner = kind.Pruner },
                training.Run);
            epochs[seed] = training.EpochsRun;
        }
        return new Contender(kind.Name, results, epochs);
    })];

    /// <summary>Runs one search, or a part of it, with a journal.</summary>
    public SearchResult<Trial> RunOne(ProgressCounter finished, CancellationToken cancellation) => Search.Run<Trial>(
        new SearchOptions { Seed = 1, Trials = options.Trials, Parallelism = Threads, Journal = options.Journal, Shard = options.Shard },
        new Training(trainingSet, heldOutSet, finished, options.Epochs).Run,
        cancellation);

    private int TrialsOf(SearchKind kind) => kind == SearchKind.Grid ? (int)Math.Min(options.Trials, Trial.GridCount) : options.Trials;
}
