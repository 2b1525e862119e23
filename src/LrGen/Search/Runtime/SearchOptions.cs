using System;

namespace LrGen;

/// <summary>What a search does. Every property has a default.</summary>
/// <example>
/// <code>
/// var options = new SearchOptions { Seed = 1, Trials = 64, Parallelism = 2, Journal = "search.jsonl", Shard = Shard.FromEnvironment() };
/// </code>
/// </example>
public sealed class SearchOptions
{
    /// <summary>Gets how trials are chosen. Default <see cref="SearchKind.QuasiRandom"/>.</summary>
    public SearchKind Kind { get; init; }

    /// <summary>Gets the seed: another one gives other trials, but for a grid. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Gets how many trials the whole search has, all shards together; above 0. Default: those of the grid, 64 for the other kinds. A journal
    /// can be gone on with under a larger number.
    /// </summary>
    public long? Trials { get; init; }

    /// <summary>Gets how many trials run at a time, each on a thread of its own; 1 to 1,024. Default 1.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Gets whether low or high results are good. Default <see cref="SearchGoal.Minimize"/>.</summary>
    public SearchGoal Goal { get; init; }

    /// <summary>
    /// Gets the file of the journal, a JSON line for each trial that has ended; null for none. Where it exists, its trials are not run again; a file that
    /// is no journal, or that of another search or shard, is refused and stays as it is. A file of the same name and <c>.lock</c> beside it keeps a
    /// second process from writing.
    /// </summary>
    /// <remarks>
    /// <c>{shard}</c> in the name stands for the index of the shard: <c>part-{shard}.jsonl</c>. The pruner then also reads the journals of the other
    /// shards, at most once a second, where they lie in the same folder.
    /// </remarks>
    public string? Journal { get; init; }

    /// <summary>Gets whether trials that the journal has as failed are run again. Default false.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>
    /// Gets whether SIGTERM, by which engines end jobs, ends the search in order: no trial begins, those that run end at their next report or where they
    /// look at <see cref="TrialContext.Cancellation"/> and stand in the journal as interrupted, and <see cref="Search.Run"/> returns what has ended.
    /// The program should then end. A second SIGTERM ends it at once. Default true.
    /// </summary>
    public bool StopsOnTermination { get; init; } = true;

    /// <summary>Gets which part of the search this process runs. Default <see cref="Shard.Whole"/>.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Gets what stops trials that are worse than others. Default <see cref="Pruner.None"/>.</summary>
    public Pruner Pruner { get; init; } = Pruner.None;

    /// <summary>Gets what is told of every trial that ends, one call at a time; null for nothing.</summary>
    public Action<SearchProgress>? Progress { get; init; }
}
