using System.Collections.Generic;
using System.Linq;

namespace LrGen;

/// <summary>What a search has found.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
public sealed class SearchResult<TSpace>
    where TSpace : struct, ISearchSpace<TSpace>
{
    internal SearchResult(IEnumerable<TrialResult<TSpace>> trials, SearchGoal goal, int resumed, bool isComplete, DamagedLine? unfinishedLine)
    {
        Trials = [.. trials.OrderBy(t => t.Index)];
        Resumed = resumed;
        IsComplete = isComplete;
        UnfinishedLine = unfinishedLine;
        foreach (var trial in Trials)
        {
            if (trial.Status == TrialStatus.Done && double.IsFinite(trial.Result)
                && (Best is null || (goal == SearchGoal.Minimize ? trial.Result < Best.Result : trial.Result > Best.Result)))
            {
                Best = trial;
            }
        }
    }

    /// <summary>
    /// Gets the best trial of those that came to their end with a finite result, the first of several alike; null where there is none.
    /// </summary>
    public TrialResult<TSpace>? Best { get; }

    /// <summary>Gets all trials that have ended, those of the journal included, in the order of their indices.</summary>
    public IReadOnlyList<TrialResult<TSpace>> Trials { get; }

    /// <summary>Gets the trials that failed.</summary>
    public IEnumerable<TrialResult<TSpace>> Failures => Trials.Where(t => t.Status == TrialStatus.Failed);

    /// <summary>Gets how many trials came from the journal.</summary>
    public int Resumed { get; }

    /// <summary>Gets whether all trials of this process's part have ended; false where the search was cancelled, or the process told to end.</summary>
    public bool IsComplete { get; }

    /// <summary>Gets the last line of the journal, where it was not written whole and was cut off; null where it was. Its trial ran again.</summary>
    public DamagedLine? UnfinishedLine { get; }
}
