using System;
using System.Threading;

namespace LrGen;

/// <summary>Searches for good hyperparameters.</summary>
public static class Search
{
    private const long DefaultTrials = 64;

    /// <summary>Runs the trials of a search that have not ended yet, and returns all that have.</summary>
    /// <typeparam name="TSpace">The search space: a struct with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <param name="options">What to do.</param>
    /// <param name="objective">
    /// Runs one trial and returns its result; with several trials at a time it is called from several threads. An exception ends the trial, not the
    /// search.
    /// </param>
    /// <param name="cancellation">
    /// Ends the search: no trial begins, and those that run end at their next report or where they look at <see cref="TrialContext.Cancellation"/>.
    /// </param>
    /// <returns>The result; where the search was cancelled, of the trials that have ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number among the options is out of its range.</exception>
    /// <exception cref="SearchJournalException">The journal is damaged, of another space, kind or seed, or open in another process; the message says which.</exception>
    /// <exception cref="System.IO.IOException">The journal cannot be read or written.</exception>
    /// <example>
    /// <code>
    /// var found = Search.Run&lt;Trial&gt;(new SearchOptions { Seed = 1, Trials = 64, Parallelism = 2, Journal = "search.jsonl" }, (trial, context) =>
    /// {
    ///     var training = new Training(trial.Rate, trial.Batch, context.Seed);
    ///     for (int epoch = 1; epoch &lt;= 20; epoch++)
    ///         context.Report(epoch, training.RunEpoch());
    ///     return training.HeldOutLoss();
    /// });
    /// Console.WriteLine(found.Best);
    /// </code>
    /// </example>
    public static SearchResult<TSpace> Run<TSpace>(
        SearchOptions options, Func<TSpace, TrialContext, double> objective, CancellationToken cancellation = default)
        where TSpace : struct, ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1, nameof(options.Parallelism));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Parallelism, 1_024, nameof(options.Parallelism));
        ArgumentNullException.ThrowIfNull(options.Pruner, nameof(options.Pruner));
        long trials = options.Trials ?? (options.Kind == SearchKind.Grid ? TSpace.GridCount : DefaultTrials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials, nameof(options.Trials));
        if (options.Kind == SearchKind.Grid)
            trials = Math.Min(trials, TSpace.GridCount);

        using var run = new SearchRun<TSpace>(options, objective, trials, cancellation);
        return run.Execute();
    }

    /// <summary>Returns the values of a trial: those that a search of this kind and seed has at this index.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="kind">How trials are chosen.</param>
    /// <param name="seed">The seed; a grid has none.</param>
    /// <param name="index">The 0-based index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or too large, or the kind does not exist.</exception>
    public static TSpace TrialAt<TSpace>(SearchKind kind, ulong seed, long index)
        where TSpace : struct, ISearchSpace<TSpace> => kind switch
        {
            SearchKind.QuasiRandom => TSpace.QuasiRandom(seed, index),
            SearchKind.Random => TSpace.Random(seed, index),
            SearchKind.Grid => TSpace.Grid(index),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of search."),
        };
}
