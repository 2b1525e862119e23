using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace LrGen;

/// <summary>Reads a training log, also one that is being written.</summary>
/// <remarks>
/// Fields that it does not know are passed over, lines that it cannot read are listed in <see cref="Damaged"/>, and a last line without
/// its line break is left for the next <see cref="Refresh"/>. Where a training went on from a checkpoint, the records that it wrote again
/// take the place of the first ones.
/// </remarks>
/// <example>
/// <code>
/// var log = TrainingLogReader.Read("run.jsonl");
/// Console.WriteLine(LossVerdict.Of(log.Records).Text);
/// </code>
/// </example>
public sealed class TrainingLogReader
{
    private const int ChunkBytes = 1 << 16;

    private readonly string _path;
    private readonly List<TrainingRecord> _records = [];
    private readonly List<string> _metrics = [];
    private readonly List<DamagedLine> _damaged = [];
    private byte[] _buffer = new byte[ChunkBytes];
    private int _buffered;
    private long _position;
    private long _lines;
    private bool _afterHeader;
    private double _earlierSeconds;

    /// <summary>Prepares to read a log; <see cref="Refresh"/> reads it.</summary>
    /// <param name="path">The file.</param>
    public TrainingLogReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
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
    public IReadOnlyList<string> Metrics => _metrics;

    /// <summary>Gets the lines that could not be read.</summary>
    public IReadOnlyList<DamagedLine> Damaged => _damaged;

    /// <summary>Gets whether the last line has no line break: torn, or just being written.</summary>
    public bool HasUnfinishedLine => _buffered > 0;

    /// <summary>Gets the time from opening to last record, summed up over the openings of the log.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(_records is [.., var last] && last.Seconds >= 0 ? last.Seconds : _earlierSeconds);

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
        // The unfinished line is read again: a writer that opened the log has cut it off, and written others in its place.
        _position -= _buffered;
        _buffered = 0;
        if (RandomAccess.GetLength(file) < _position)
            StartAgain();

        long linesBefore = _lines;
        while (true)
        {
            if (_buffered == _buffer.Length)
                Array.Resize(ref _buffer, 2 * _buffer.Length);
            int read = RandomAccess.Read(file, _buffer.AsSpan(_buffered), _position);
            if (read == 0)
                return _lines > linesBefore;
            _position += read;
            _buffered += read;
            TakeLines();
        }
    }

    private void TakeLines()
    {
        var rest = _buffer.AsSpan(0, _buffered);
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            _lines++;
            var line = rest[..end].Trim(" \t\r"u8);
            if (!line.IsEmpty)
                Take(line);
        }

        rest.CopyTo(_buffer);
        _buffered = rest.Length;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        var parsed = new LogLine(_metrics);
        if (parsed.Parse(line) is { } reason)
            _damaged.Add(new DamagedLine(_lines, reason));
        else if (parsed.IsHeader)
            TakeHeader(parsed);
        else
            TakeRecord(parsed);
    }

    private void TakeHeader(LogLine header)
    {
        Run = header.Run ?? Run;
        Schedule = header.Schedule ?? Schedule;
        Start ??= header.Start;
        Openings++;
        _afterHeader = true;
        _earlierSeconds = Duration.TotalSeconds;
    }

    private void TakeRecord(LogLine line)
    {
        // Steps that go back: the training went on from a checkpoint. Two records of one step belong together within one opening.
        while (_records is [.., var last] && (last.Step > line.Step || (_afterHeader && last.Step == line.Step)))
            _records.RemoveAt(_records.Count - 1);
        _afterHeader = false;
        _records.Add(new TrainingRecord(line.Step, line.Epoch, line.Rate, line.Loss, _earlierSeconds + line.Time, line.Values));
    }

    private void StartAgain()
    {
        _records.Clear();
        _metrics.Clear();
        _damaged.Clear();
        _position = _lines = 0;
        (Run, Schedule, Start, Openings) = (null, null, null, 0);
        _earlierSeconds = 0;
    }
}
