using System.Collections.Generic;
using System.Linq;

namespace LrGen;

/// <summary>What the trials of a process have reported; lower is better. It is shared by threads.</summary>
internal sealed class PruningHistory(Pruner pruner, SearchGoal goal)
{
    private readonly object _lock = new();
    private readonly Dictionary<long, Dictionary<long, double>> _byStep = [];
    private readonly HashSet<long> _ended = [];

    /// <summary>Gets or sets the journals of the other shards; null where they are not known.</summary>
    public ShardJournals? Others { get; set; }

    /// <summary>Gets how many trials have come to their end.</summary>
    internal int Ended => _ended.Count;

    /// <summary>Takes over a trial of a journal.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_lock)
            Take(entry);
    }

    /// <summary>Notes the last report of a trial, and says whether the trial is given up.</summary>
    public bool ShouldPrune(long trial, IReadOnlyList<TrialReport> reports)
    {
        lock (_lock)
        {
            foreach (var entry in Others?.ReadNew() ?? [])
                Take(entry);
            var last = Sign(reports[^1]);
            Put(trial, last);
            if (pruner == Pruner.None)
                return false;
            // No loss is -∞: what computed it is broken.
            return double.IsNaN(last.Value) || double.IsNegativeInfinity(last.Value) || pruner.ShouldPrune([.. reports.Select(Sign)], this);
        }
    }

    /// <summary>Notes that a trial has come to its end.</summary>
    public void End(long trial)
    {
        lock (_lock)
            _ended.Add(trial);
    }

    /// <summary>The values of all trials that have come to a step.</summary>
    internal List<double> AllAt(long step) => _byStep.TryGetValue(step, out var values) ? [.. values.Values] : [];

    /// <summary>The values that trials had at a step which have come to their end.</summary>
    internal List<double> EndedAt(long step) =>
        _byStep.TryGetValue(step, out var values) ? [.. values.Where(v => _ended.Contains(v.Key)).Select(v => v.Value)] : [];

    private void Take(JournalEntry entry)
    {
        foreach (var report in entry.Reports)
            Put(entry.Trial, Sign(report));
        if (entry.Status == TrialStatus.Done)
            _ended.Add(entry.Trial);
    }

    private void Put(long trial, TrialReport report)
    {
        if (!_byStep.TryGetValue(report.Step, out var values))
            _byStep[report.Step] = values = [];
        // Without a value a trial is worse than any other.
        values[trial] = double.IsFinite(report.Value) ? report.Value : double.PositiveInfinity;
    }

    private TrialReport Sign(TrialReport report) => goal == SearchGoal.Minimize ? report : report with { Value = -report.Value };
}
