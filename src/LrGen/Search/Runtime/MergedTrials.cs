using System;
using System.Collections.Generic;
using System.Linq;

namespace LrGen;

/// <summary>The trials of several journals of one search.</summary>
internal sealed class MergedTrials
{
    /// <summary>More that are missing are not looked for.</summary>
    private const int MostShards = 100_000;

    private readonly SortedDictionary<long, (JournalEntry Entry, string Path)> _kept = [];
    private readonly SortedSet<long> _twice = [];
    private readonly HashSet<Shard> _shards = [];
    private readonly List<(string, DamagedLine)> _unfinished = [];
    private (JournalEntry Entry, string Path)? _first;
    private int _journals;
    private int _repeated;
    private int _interrupted;
    private long? _total;

    public int Count => _kept.Count;

    public IEnumerable<JournalEntry> Entries => _kept.Values.Select(k => k.Entry);

    /// <exception cref="SearchJournalException">It is of another search, or says something else of a trial.</exception>
    public void Add(string path, JournalText text)
    {
        _journals++;
        if (text.Unfinished is { } line)
            _unfinished.Add((path, line));
        foreach (var entry in text.Entries)
            Add(path, entry);
    }

    public bool Contains(long trial) => _kept.ContainsKey(trial);

    /// <summary>In which way a journal is of another search than these; null where it is not.</summary>
    public string? Difference(JournalEntry entry) => _first is { } first ? SearchIdentity.Of(entry).Difference(SearchIdentity.Of(first.Entry)) : null;

    public JournalMerge Summary()
    {
        var gaps = Gaps().ToList();
        return new JournalMerge(_journals, _kept.Count, _repeated, _kept.Values.Count(k => k.Entry.Status == TrialStatus.Failed))
        {
            Total = _total,
            Missing = gaps.Sum(g => g.Last - g.First + 1),
            Gaps = gaps,
            MissingShards = MissingShards(gaps),
            Twice = [.. _twice],
            Interrupted = _interrupted,
            Unfinished = _unfinished,
        };
    }

    private void Add(string path, JournalEntry entry)
    {
        _first ??= (entry, path);
        if (Difference(entry) is { } difference)
            throw new SearchJournalException($"{path} and {_first.Value.Path} are of different searches: {difference}. Only parts of one search can be joined.");
        if (entry.Trials is { } trials)
            _total = Math.Max(_total ?? 0, trials);
        if (entry.Shard is { } shard)
            _shards.Add(shard);
        if (entry.Status == TrialStatus.Interrupted)
        {
            _interrupted++;
            return;
        }

        if (!_kept.TryGetValue(entry.Trial, out var other))
        {
            _kept[entry.Trial] = (entry, path);
            return;
        }

        _repeated++;
        _twice.Add(entry.Trial);
        if (JournalConflict.Replaces(entry, path, other.Entry, other.Path))
            _kept[entry.Trial] = (entry, path);
    }

    private IEnumerable<(long First, long Last)> Gaps()
    {
        long next = 0;
        foreach (long trial in _kept.Keys)
        {
            if (trial > next)
                yield return (next, trial - 1);
            next = trial + 1;
        }

        if (next < _total)
            yield return (next, _total.Value - 1);
    }

    private List<Shard> MissingShards(List<(long First, long Last)> gaps)
    {
        // Journals of several splits do not say which of them is to go on.
        var splits = _shards.Where(s => s.Count > 1).Select(s => (s.Count, s.First, s.Step)).Distinct().ToList();
        if (splits is not [var (count, first, step)])
            return [];
        var missing = new SortedSet<int>();
        foreach (var gap in gaps)
        {
            for (long trial = gap.First; trial <= gap.Last && missing.Count < Math.Min(count, MostShards); trial++)
                missing.Add(Shard.IndexOf(trial, count));
        }

        return [.. missing.Select(index => new Shard(index, count) { First = first, Step = step })];
    }
}
