using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace LrGen;

/// <summary>What a trial knows of itself, and how it reports on the way. One trial, one thread.</summary>
public sealed class TrialContext
{
    private readonly List<TrialReport> _reports = [];
    private readonly PruningHistory _history;

    internal TrialContext(long index, ulong seed, PruningHistory history, CancellationToken cancellation)
    {
        Index = index;
        Seed = seed;
        Cancellation = cancellation;
        _history = history;
    }

    /// <summary>Gets the 0-based index of the trial in the whole search.</summary>
    public long Index { get; }

    /// <summary>
    /// Gets a seed for what is random inside the trial, initial weights and the order of the data: a hash of the search's seed and the index,
    /// the same on every machine.
    /// </summary>
    public ulong Seed { get; }

    /// <summary>Gets what is cancelled when the search is: a trial that watches it ends sooner.</summary>
    public CancellationToken Cancellation { get; }

    internal IReadOnlyList<TrialReport> Reports => _reports;

    internal bool IsPruned { get; private set; }

    /// <summary>Reports how well the trial does, and ends it where others did better.</summary>
    /// <param name="step">The step, mostly an epoch; higher than the one before.</param>
    /// <param name="value">The value, of the kind that the trial returns: a loss.</param>
    /// <exception cref="TrialPrunedException">The search's pruner gives the trial up. Let it pass.</exception>
    /// <exception cref="OperationCanceledException">The search is cancelled. Let it pass.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is not higher than the one before, or negative.</exception>
    public void Report(long step, double value)
    {
        if (!TryReport(step, value))
            throw new TrialPrunedException(string.Create(CultureInfo.InvariantCulture, $"Trial {Index} was given up at step {step}."));
    }

    /// <summary>Reports how well the trial does.</summary>
    /// <param name="step">The step, mostly an epoch; higher than the one before.</param>
    /// <param name="value">The value, of the kind that the trial returns: a loss.</param>
    /// <returns>Whether to go on: false where the pruner gives the trial up. It should then return.</returns>
    /// <exception cref="OperationCanceledException">The search is cancelled. Let it pass.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is not higher than the one before, or negative.</exception>
    public bool TryReport(long step, double value)
    {
        Cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (_reports.Count > 0)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, _reports[^1].Step);
        _reports.Add(new TrialReport(step, value));
        IsPruned |= _history.ShouldPrune(Index, _reports);
        return !IsPruned;
    }
}
