using System;
using System.Collections.Generic;

namespace LrGen;

/// <summary>Gives up trials that do worse than others, before they end.</summary>
/// <remarks>
/// It judges by what trials report (<see cref="TrialContext.Report"/>), in the order in which they do: with several trials at a time, or several
/// machines, which ones are given up can differ from run to run. Each process judges by the trials of its own journal; where its name has
/// <c>{shard}</c> (<see cref="SearchOptions.Journal"/>), also by those that have ended in the journals of the other shards. A value that is NaN, or as
/// good as no loss can be, −∞, is always given up.
/// </remarks>
public abstract class Pruner
{
    private protected Pruner()
    {
    }

    /// <summary>Gets a pruner that lets every trial end.</summary>
    public static Pruner None { get; } = new NoPruner();

    /// <summary>
    /// Gives a trial up whose best value so far is worse than the median of what the trials that ended had at the same step.
    /// </summary>
    /// <param name="startupTrials">So many trials have to have ended first; 1 or above.</param>
    /// <param name="warmupSteps">No trial is given up before this step; 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Source: the median stopping rule of Vizier (Golovin et al., 2017), with the comparison of Optuna's <c>MedianPruner</c>.</remarks>
    public static Pruner Median(int startupTrials = 5, long warmupSteps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startupTrials);
        ArgumentOutOfRangeException.ThrowIfNegative(warmupSteps);
        return new MedianPruner(startupTrials, warmupSteps);
    }

    /// <summary>
    /// Gives a trial up that at a rung, the steps firstStep · factor^k, is not among the best 1 / factor of all that have come there.
    /// </summary>
    /// <param name="firstStep">The first rung; 1 or above.</param>
    /// <param name="factor">How many come to a rung for one that goes on; 2 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>
    /// Source: Li et al., "A system for massively parallel hyperparameter tuning" (ASHA), 2020, without resuming what was given up, as Optuna's
    /// <c>SuccessiveHalvingPruner</c>: a trial is judged once at each rung, by those that were there before it.
    /// </remarks>
    public static Pruner SuccessiveHalving(long firstStep = 1, int factor = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstStep);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 2);
        return new SuccessiveHalvingPruner(firstStep, factor);
    }

    /// <summary>Returns whether a trial is given up after its last report. Lower is better in all of them.</summary>
    internal abstract bool ShouldPrune(IReadOnlyList<TrialReport> reports, PruningHistory history);

    private sealed class NoPruner : Pruner
    {
        internal override bool ShouldPrune(IReadOnlyList<TrialReport> reports, PruningHistory history) => false;
    }

    private sealed class MedianPruner(int startupTrials, long warmupSteps) : Pruner
    {
        internal override bool ShouldPrune(IReadOnlyList<TrialReport> reports, PruningHistory history)
        {
            var last = reports[^1];
            if (last.Step < warmupSteps || history.Ended < startupTrials)
                return false;
            var others = history.EndedAt(last.Step);
            if (others.Count == 0)
                return false;
            double best = double.PositiveInfinity;
            foreach (var report in reports)
                best = Math.Min(best, double.IsNaN(report.Value) ? double.PositiveInfinity : report.Value);
            others.Sort();
            int middle = others.Count / 2;
            double median = others.Count % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
            return best > median;
        }
    }

    private sealed class SuccessiveHalvingPruner(long firstStep, int factor) : Pruner
    {
        internal override bool ShouldPrune(IReadOnlyList<TrialReport> reports, PruningHistory history)
        {
            long step = reports[^1].Step;
            if (!IsRung(step))
                return false;
            // Its own value is among them.
            var competitors = history.AllAt(step);
            competitors.Sort();
            return reports[^1].Value > competitors[Math.Max((competitors.Count / factor) - 1, 0)];
        }

        private bool IsRung(long step)
        {
            if (step % firstStep != 0)
                return false;
            long power = step / firstStep;
            while (power > 1 && power % factor == 0)
                power /= factor;
            return power == 1;
        }
    }
}
