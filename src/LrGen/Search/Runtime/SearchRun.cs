using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using LrGen.CompilerServices;

namespace LrGen;

/// <summary>One call of <see cref="Search.Run"/>.</summary>
internal sealed class SearchRun<TSpace> : IDisposable
    where TSpace : struct, ISearchSpace<TSpace>
{
    /// <summary>The stream of the seeds for trials; those of the dimensions are below it.</summary>
    private const long SeedStream = 1_000;

    private readonly SearchOptions _options;
    private readonly Func<TSpace, TrialContext, double> _objective;
    private readonly CancellationTokenSource _cancellation;
    private readonly SearchIdentity _identity;
    private readonly JournalFile? _journal;
    private readonly string _path = string.Empty;
    private readonly PruningHistory _history;
    private readonly SortedDictionary<long, TrialResult<TSpace>> _results = [];
    private readonly long _trials;
    private readonly long _total;
    private readonly int _resumed;
    private readonly object _lock = new();
    private long _nextRow;
    private long _ended;
    private double _best = double.NaN;
    private ExceptionDispatchInfo? _failure;

    public SearchRun(SearchOptions options, Func<TSpace, TrialContext, double> objective, long trials, CancellationToken cancellation)
    {
        _options = options;
        _objective = objective;
        _trials = trials;
        // One of every row, and perhaps one of the last, which may be shorter.
        long rows = trials / options.Shard.Count;
        _total = rows + (options.Shard.TrialAt(rows) is var last and >= 0 && last < trials ? 1 : 0);
        _identity = SearchIdentity.Of<TSpace>(options.Kind, options.Seed);
        _history = new PruningHistory(options.Pruner, options.Goal);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.Journal is null)
            return;
        _path = ShardJournals.PathOf(options.Journal, options.Shard.Index);
        _journal = JournalFile.Open(_path);
        try
        {
            foreach (var entry in Kept(_journal.Entries))
                Resume(entry);
            _journal.Begin();
            if (options.Pruner != Pruner.None)
                _history.Others = ShardJournals.Of(options, _identity);
        }
        catch
        {
            Dispose();
            throw;
        }

        _resumed = _results.Count;
        _ended = _results.Keys.Count(t => t < trials && options.Shard.Contains(t));
    }

    public SearchResult<TSpace> Execute()
    {
        // The handler runs on a thread of its own; the search ends by itself.
        using var termination = _options.StopsOnTermination ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination) : null;
        var threads = new Thread[_options.Parallelism - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = "LrGen search" };
            threads[i].Start();
        }

        // The caller's thread is one of them.
        Work();
        foreach (var thread in threads)
            thread.Join();
        _failure?.Throw();
        return new SearchResult<TSpace>(_results.Values, _options.Goal, _resumed, isComplete: _ended >= _total, _journal?.Unfinished);
    }

    public void Dispose()
    {
        _journal?.Dispose();
        _cancellation.Dispose();
    }

    private void OnTermination(PosixSignalContext signal)
    {
        if (_cancellation.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _cancellation.Cancel();
    }

    /// <summary>One entry of each trial, after all were looked at.</summary>
    private IEnumerable<JournalEntry> Kept(IReadOnlyList<JournalEntry> entries)
    {
        var kept = new Dictionary<long, JournalEntry>();
        foreach (var entry in entries)
        {
            Check(entry);
            if (entry.Status != TrialStatus.Interrupted
                && (!kept.TryGetValue(entry.Trial, out var other) || JournalConflict.Replaces(entry, _path, other, _path)))
            {
                kept[entry.Trial] = entry;
            }
        }

        return kept.Values;
    }

    private void Check(JournalEntry entry)
    {
        if (SearchIdentity.Of(entry).Difference(_identity) is { } difference)
            throw new SearchJournalException($"{_path} is the journal of another search than the one to run: {difference}. Use another file, or remove it.");
        if (entry.Shard is { } shard && shard != _options.Shard && !(entry.IsMerged && _options.Shard == Shard.Whole))
        {
            throw new SearchJournalException(
                $"{_path} is the journal of shard {shard}; this process runs {_options.Shard}. Give each shard a journal of its own "
                + "(Journal = \"part-{shard}.jsonl\"), and say how many there are: Shard.FromEnvironment(count: …).");
        }
    }

    private void Resume(JournalEntry entry)
    {
        if (_options.RetryFailed && entry.Status == TrialStatus.Failed)
            return;
        if (_options.Kind == SearchKind.Grid && entry.Trial >= TSpace.GridCount)
            throw new SearchJournalException($"{_path} has a trial {entry.Trial}, but the grid has only {TSpace.GridCount}.");
        _history.Add(entry);
        Keep(entry);
    }

    /// <summary>Runs trials until there are none left.</summary>
    private void Work()
    {
        try
        {
            while (!_cancellation.IsCancellationRequested && Next() is { } index)
                RunTrial(index);
        }
        catch (Exception e)
        {
            // Not the trial's exception: the journal's, or the listener's. Without them the search cannot go on.
            lock (_lock)
                _failure ??= ExceptionDispatchInfo.Capture(e);
            _cancellation.Cancel();
        }
    }

    private long? Next()
    {
        lock (_lock)
        {
            for (; _nextRow <= _trials / _options.Shard.Count; _nextRow++)
            {
                long index = _options.Shard.TrialAt(_nextRow);
                if (index >= 0 && index < _trials && !_results.ContainsKey(index))
                {
                    _nextRow++;
                    return index;
                }
            }

            return null;
        }
    }

    private void RunTrial(long index)
    {
        var trial = Search.TrialAt<TSpace>(_options.Kind, _options.Seed, index);
        ulong seed = SearchHash.At(SearchHash.Stream(_options.Seed, SeedStream), (ulong)index);
        var context = new TrialContext(index, seed, _history, _cancellation.Token);
        double result = double.NaN;
        string? error = null;
        bool isInterrupted = false;
        long start = Stopwatch.GetTimestamp();
        try
        {
            result = _objective(trial, context);
            if (double.IsNaN(result))
                error = "The trial returned NaN.";
        }
        catch (TrialPrunedException) when (context.IsPruned)
        {
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // It did not end, so it is run again when the search goes on.
            isInterrupted = true;
        }
        catch (Exception e)
        {
            error = e.GetType().Name + ": " + e.Message;
        }

        bool isPruned = error is null && !isInterrupted && context.IsPruned;
        if (isPruned)
            result = context.Reports[^1].Value;
        var entry = new JournalEntry
        {
            Trial = index,
            Status = isInterrupted ? TrialStatus.Interrupted : error is not null ? TrialStatus.Failed : isPruned ? TrialStatus.Pruned : TrialStatus.Done,
            Result = error is null ? result : double.NaN,
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Values = ValuesOf(trial),
            Reports = context.Reports,
            Error = error,
            Kind = _options.Kind,
            Seed = _options.Seed,
            Space = _identity.Space,
            Trials = _trials,
            Shard = _options.Shard,
        };
        // After a failure of the journal it is not to be written to.
        if (_failure is null)
            _journal?.Append(entry);
        if (isInterrupted)
            return;
        if (entry.Status == TrialStatus.Done)
            _history.End(index);
        lock (_lock)
        {
            Keep(entry);
            _ended++;
            _options.Progress?.Invoke(new SearchProgress(_ended, _total, entry, _best));
        }
    }

    private void Keep(JournalEntry entry)
    {
        if (entry.Status == TrialStatus.Done && double.IsFinite(entry.Result)
            && !(_options.Goal == SearchGoal.Minimize ? entry.Result >= _best : entry.Result <= _best))
        {
            _best = entry.Result;
        }

        _results[entry.Trial] = new TrialResult<TSpace>(
            entry.Trial, Search.TrialAt<TSpace>(_options.Kind, _options.Seed, entry.Trial), entry.Status, entry.Result, entry.Seconds, entry.Reports, entry.Error);
    }

    private static JsonElement ValuesOf(TSpace trial)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            trial.Write(writer);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
