using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace LrGen;

/// <summary>Reads a training log, also one that is being written.</summary>
/// <remarks>
/// Fields that it does not know are passed over, lines that it cannot read are listed in <see cref="Damaged"/>, and a last line without
/// its line break is left for the next <see cref="Refresh"/>. Where a training went on from a checkpoint, the records that it wrote again
/// take the place of the first ones: behind the header of another opening, and where steps go back while the time goes on (<see cref="Replaced"/>). A
/// record of an older step at an older time is out of place and counts as damaged, as one does that repeats another to the last digit.
/// </remarks>
/// <example>
/// <code>
/// var log = TrainingLogReader.Read("run.jsonl");
/// Console.WriteLine(LossVerdict.Of(log.Records).Text);
/// </code>
/// </example>
public sealed class TrainingLogReader
{
    private readonly string _path;
    private readonly long _mostRecords;
    private readonly long _mostDamaged;
    private readonly LineReader _reader = new(LogLine.Longest);
    private readonly List<TrainingRecord> _records = [];
    private readonly MetricNames _metrics = new();
    private readonly List<DamagedLine> _damaged = [];
    private long _lines;
    private bool _afterHeader;
    private double _earlierSeconds;

    /// <summary>Prepares to read a log; <see cref="Refresh"/> reads it.</summary>
    /// <param name="path">The file.</param>
    public TrainingLogReader(string path)
        : this(path, long.MaxValue, long.MaxValue)
    {
    }

    /// <summary>Prepares to read a log of no more than so many records and damaged lines.</summary>
    internal TrainingLogReader(string path, long mostRecords, long mostDamaged)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _mostRecords = mostRecords;
        _mostDamaged = mostDamaged;
    }

    /// <summary>Gets what the run is called; null before a header was read.</summary>
    public string? Run { get; private set; }

    /// <summary>Gets the schedule of the rate; null where the log does not say.</summary>
    public string? Schedule { get; private set; }

    /// <summary>Gets when the log was first opened; null before a header was read.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>Gets how many times the log was opened to be written.</summary>
    public int Openings { get; private set; }

    /// <summary>Gets the records, in the order of their steps.</summary>
    public IReadOnlyList<TrainingRecord> Records => _records;

    /// <summary>Gets the names of the metrics, in the order in which they first come.</summary>
    public IReadOnlyList<string> Metrics => _metrics.All;

    /// <summary>Gets the lines that could not be read.</summary>
    public IReadOnlyList<DamagedLine> Damaged => _damaged;

    /// <summary>Gets how many records gave way to others of the same or an earlier step, which were written later.</summary>
    public long Replaced { get; private set; }

    /// <summary>Gets how many bytes of earlier records another program cut off or removed while the log was written.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Gets whether the last line has no line break: torn, or just being written.</summary>
    public bool HasUnfinishedLine => _reader.RestLength > 0;

    /// <summary>Gets the time from opening to last record, summed up over the openings of the log.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Math.Min(Seconds, TimeSpan.MaxValue.TotalSeconds / 2));

    /// <summary>Reads a whole log.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A reader that has read it.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TrainingLogReader Read(string path)
    {
        var reader = new TrainingLogReader(path);
        reader.Refresh();
        return reader;
    }

    /// <summary>Reads what was appended since the last call; all of it where the file has become shorter.</summary>
    /// <returns>Whether there was a new line.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Refresh()
    {
        using var file = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) < _reader.LineStart)
            StartAgain();
        // The unfinished line is read again: a writer that opened the log has cut it off, and written others in its place.
        _reader.StartAt(_reader.LineStart);
        long linesBefore = _lines;
        while (_reader.Read(file, out var line, out bool isTooLong))
        {
            _lines++;
            if (isTooLong)
                AddDamage(string.Create(CultureInfo.InvariantCulture, $"longer than {LogLine.Longest >> 20} MiB"));
            else
                Take(line.Span.Trim(" \t\r"u8));
        }

        return _lines > linesBefore;
    }

    private double Seconds => _records is [.., var last] && last.Seconds >= 0 ? last.Seconds : _earlierSeconds;

    private void Take(ReadOnlySpan<byte> line)
    {
        int zeros = line.Length - line.TrimStart((byte)0).Length;
        if (zeros > 0)
            AddDamage(string.Create(CultureInfo.InvariantCulture, $"{zeros:N0} zeros, where another program had cut the file"));
        line = line[zeros..];
        if (line.IsEmpty)
            return;
        var parsed = new LogLine(_metrics);
        if (parsed.Parse(line) is { } reason)
            AddDamage(reason);
        else if (parsed.IsHeader)
            TakeHeader(parsed);
        else
            TakeRecord(parsed);
    }

    private void AddDamage(string reason)
    {
        if (_damaged.Count >= _mostDamaged)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{_path} has more than {_mostDamaged:N0} damaged lines."));
        _damaged.Add(new DamagedLine(_lines, reason));
    }

    private void TakeHeader(LogLine header)
    {
        Run = header.Run ?? Run;
        Schedule = header.Schedule ?? Schedule;
        Start ??= header.Start;
        LostBytes += header.Lost;
        // The log goes on in a file that was cut: one opening, whose clock goes on.
        if (header.Lost > 0)
        {
            Openings = Math.Max(Openings, 1);
            return;
        }

        Openings++;
        _afterHeader = true;
        _earlierSeconds = Seconds;
    }

    private void TakeRecord(LogLine line)
    {
        double seconds = _earlierSeconds + line.Time;
        if (_records is [.., var latest] && latest.Step >= line.Step && !_afterHeader)
        {
            if (IsThere(line, seconds))
            {
                AddDamage(string.Create(CultureInfo.InvariantCulture, $"a repetition of step {line.Step}"));
                return;
            }

            if (latest.Step > line.Step && !(seconds >= latest.Seconds))
            {
                AddDamage(string.Create(CultureInfo.InvariantCulture, $"step {line.Step} out of place, after step {latest.Step}"));
                return;
            }
        }

        // Steps that go back: the training went on from a checkpoint. Two records of one step, one after the other, belong together.
        bool goesBack = _afterHeader || (_records is [.., var end] && end.Step > line.Step);
        while (goesBack && _records is [.., var last] && last.Step >= line.Step)
        {
            _records.RemoveAt(_records.Count - 1);
            Replaced++;
        }

        if (_records.Count >= _mostRecords)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{_path} has more than {_mostRecords:N0} records."));
        _afterHeader = false;
        _records.Add(new TrainingRecord(line.Step, line.Epoch, line.Rate, line.Loss, seconds, line.Values));
    }

    /// <summary>Whether a record says the same already, as those of a block do that stands twice.</summary>
    private bool IsThere(LogLine line, double seconds)
    {
        int low = 0, high = _records.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_records[middle].Step < line.Step)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _records.Count && _records[low].Step == line.Step; low++)
        {
            if (_records[low].Says(line.Rate, line.Loss, seconds, line.Values))
                return true;
        }

        return false;
    }

    private void StartAgain()
    {
        _records.Clear();
        _metrics.RemoveFrom(0);
        _damaged.Clear();
        _reader.StartAt(0);
        _lines = Replaced = LostBytes = 0;
        (Run, Schedule, Start, Openings) = (null, null, null, 0);
        _earlierSeconds = 0;
    }
}
