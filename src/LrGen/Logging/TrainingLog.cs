using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Microsoft.Win32.SafeHandles;

namespace LrGen;

/// <summary>A training's log: one line of JSON for each record, appended to a file.</summary>
/// <remarks>
/// <para>
/// The first line of each opening is a header, <c>{"log":1,"run":"a","schedule":"[Constant(0.5)]","start":"2026-01-31T12:00:00.0000000Z"}</c>;
/// a record is <c>{"step":7,"epoch":0.5,"rate":0.1,"loss":2.25,"time":1.25,"metrics":{"accuracy":0.5}}</c>, its time in seconds since that
/// opening. Numbers come back bit for bit; what JSON has no number for is a string: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.
/// </para>
/// <para>
/// Records go to a buffer, and from there to the operating system when it is full and every <see cref="TrainingLogOptions.FlushInterval"/>,
/// also when no more records come. A process that is killed loses what came since; a line that it left unfinished is removed when the
/// file is opened again. After the first record nothing is allocated. Records may come from several threads; a file has one writer, which a file of
/// the same name and <c>.lock</c> beside it sees to while the log is open.
/// </para>
/// <para>
/// Where another program cuts, removes or replaces the file meanwhile, the log goes on in what is there then, or in a new file, behind a header that
/// says how many bytes are gone: <c>"lost":4096</c>, which <see cref="LostBytes"/> counts and <see cref="TrainingLogReader.LostBytes"/> reads. Where one
/// appends to it, as a second training does that knows the file by a hard link, an <see cref="IOException"/> says so; no line is overwritten.
/// </para>
/// <para>
/// The logs that are open are instruments of a <see cref="System.Diagnostics.Metrics.Meter"/> called LrGen, for <c>dotnet-counters</c> and OpenTelemetry:
/// <c>lrgen.training.step</c>, <c>.rate</c>, <c>.loss</c>, <c>.gradient_norm</c> (a metric that is called "gradient norm") and <c>.metric</c>, each with the
/// run as a tag. Where no one listens, nothing is kept for them.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var log = TrainingLog.Open("run.jsonl", schedule: "[Warmup(500), CosineDecay(1e-3, steps: 10_000)]");
/// TrainingMetric accuracy = log.Metric("accuracy");
/// log.Write(step, rate, loss);
/// log.Write(step, rate, loss, [accuracy.Is(0.97)]);
/// </code>
/// </example>
public sealed class TrainingLog : IDisposable
{
    private readonly object _gate = new();
    private readonly FileGuard? _guard;
    private readonly string _path;
    private readonly string _run;
    private readonly string? _schedule;
    private readonly DateTime _opened = DateTime.UtcNow;
    private readonly FileInfo _info;
    private readonly TrainingLogOptions _options;
    private readonly Timer _timer;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly LineBuffer _buffer = new();
    private readonly List<byte[]> _metricKeys = [];
    private readonly List<string> _metricNames = [];
    private SafeFileHandle _file;
    private long _position;
    private Exception? _failure;
    private LastRecord? _last;
    private bool _isHalfWritten;
    private bool _isDisposed;

    private TrainingLog(string path, FileGuard? guard, SafeFileHandle file, string run, string? schedule, TrainingLogOptions options)
    {
        _path = Path.GetFullPath(path);
        _info = new FileInfo(_path);
        _guard = guard;
        _file = file;
        _run = run;
        _schedule = schedule;
        _position = LogRepair.EndOfLastLine(file, path);
        _options = options;
        _timer = new Timer(static log => ((TrainingLog)log!).FlushInBackground(), this, options.FlushInterval, options.FlushInterval);
        // A program that ends without Dispose has its last records, too.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        TrainingMeter.Add(this);
    }

    /// <summary>Opens a log to append to it, or creates one; an unfinished last line is removed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">What the run is called; by default the name of the file without its extension.</param>
    /// <param name="schedule">The schedule of the rate, as a person would read it; null leaves it out.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <returns>The log, with its header written.</returns>
    /// <exception cref="InvalidDataException">The file is no training log; it stays as it is.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The interval of the options is not above 0.</exception>
    public static TrainingLog Open(string path, string? run = null, string? schedule = null, TrainingLogOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new TrainingLogOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.FlushInterval, TimeSpan.Zero, nameof(options));

        var guard = RealPath.IsDevice(path) ? null : FileGuard.TryTake(path)
            ?? throw new IOException($"{path} is open in another TrainingLog, of this process or another one. Give each run a file of its own.");
        SafeFileHandle? file = null;
        try
        {
            file = Open(path);
            var log = new TrainingLog(path, guard, file, run ?? Path.GetFileNameWithoutExtension(path), schedule, options);
            try
            {
                log._buffer.AddHeader(log._run, schedule, log._opened);
                log.Flush();
                return log;
            }
            catch
            {
                log.Release();
                throw;
            }
        }
        catch
        {
            file?.Dispose();
            guard?.Dispose();
            throw;
        }
    }

    /// <summary>Gets how many bytes of earlier records another program has cut off or removed since the log was opened.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Registers a metric; the same name gives the same metric.</summary>
    /// <param name="name">Its name in the log.</param>
    /// <returns>The metric, to be written with its value.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public TrainingMetric Metric(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_gate)
        {
            int index = _metricNames.IndexOf(name);
            if (index < 0)
            {
                index = _metricNames.Count;
                _metricNames.Add(name);
                _metricKeys.Add(LineBuffer.Key(name));
            }

            return new TrainingMetric(this, index);
        }
    }

    /// <summary>Appends a record.</summary>
    /// <param name="step">The 0-based index of the update.</param>
    /// <param name="rate">The learning rate of the update.</param>
    /// <param name="loss">The loss of the update; NaN and infinities are written as they are.</param>
    /// <param name="metrics">Metrics that are known at this step.</param>
    /// <exception cref="IOException">
    /// The file cannot be written, now or since the last record. This record is not taken; those before it stay in the buffer.
    /// </exception>
    /// <exception cref="ArgumentException">A metric is of another log.</exception>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public void Write(long step, double rate, double loss, params ReadOnlySpan<MetricValue> metrics) =>
        Write(step, double.NaN, hasEpoch: false, rate, loss, metrics);

    /// <summary>Appends a record that has an epoch.</summary>
    /// <param name="step">The 0-based index of the update.</param>
    /// <param name="epoch">The epochs since the start of the training, whole or not.</param>
    /// <param name="rate">The learning rate of the update.</param>
    /// <param name="loss">The loss of the update; NaN and infinities are written as they are.</param>
    /// <param name="metrics">Metrics that are known at this step.</param>
    /// <exception cref="IOException">
    /// The file cannot be written, now or since the last record. This record is not taken; those before it stay in the buffer.
    /// </exception>
    /// <exception cref="ArgumentException">A metric is of another log.</exception>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public void Write(long step, double epoch, double rate, double loss, params ReadOnlySpan<MetricValue> metrics) =>
        Write(step, epoch, hasEpoch: true, rate, loss, metrics);

    /// <summary>Writes what is in the buffer to the file; with <see cref="TrainingLogOptions.Durable"/> to the disk.</summary>
    /// <exception cref="IOException">The file cannot be written. The records stay in the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public void Flush()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            FlushBuffer();
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    /// <exception cref="IOException">The file cannot be written; it is closed.</exception>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            try
            {
                FlushBuffer();
            }
            finally
            {
                Release();
            }
        }
    }

    private void Write(long step, double epoch, bool hasEpoch, double rate, double loss, ReadOnlySpan<MetricValue> metrics)
    {
        foreach (var metric in metrics)
        {
            if (metric.Metric.Log != this)
                throw new ArgumentException("A metric is of another log.", nameof(metrics));
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_failure is { } failure)
            {
                _failure = null;
                throw failure is SharedFileException ? failure : new IOException($"The training log could not be written: {failure.Message}", failure);
            }

            int needed = LineBuffer.RecordBytes;
            foreach (var metric in metrics)
                needed += _metricKeys[metric.Metric.Index].Length + LineBuffer.NumberBytes;
            if (!_buffer.HasRoomFor(needed))
            {
                FlushBuffer();
                _buffer.Reserve(needed);
            }

            _buffer.AddRecord(step, epoch, hasEpoch, rate, loss, Stopwatch.GetElapsedTime(_start));
            if (metrics.Length > 0)
            {
                _buffer.BeginMetrics();
                for (int i = 0; i < metrics.Length; i++)
                    _buffer.AddMetric(_metricKeys[metrics[i].Metric.Index], metrics[i].Value, isFirst: i == 0);
                _buffer.EndMetrics();
            }

            _buffer.EndRecord();
            if (TrainingMeter.IsListened)
                Keep(step, rate, loss, metrics);
        }
    }

    /// <summary>The last record since someone listens to the meter; null where there is none.</summary>
    internal LastRecord? Last(out string run)
    {
        run = _run;
        lock (_gate)
            return _last;
    }

    private void Keep(long step, double rate, double loss, ReadOnlySpan<MetricValue> metrics)
    {
        var named = new (string, double)[metrics.Length];
        for (int i = 0; i < metrics.Length; i++)
            named[i] = (_metricNames[metrics[i].Metric.Index], metrics[i].Value);
        // A metric that is not known at every step stays what it was.
        _last = new LastRecord(step, rate, loss, named.Length == 0 && _last is { } before ? before.Metrics : named);
    }

    /// <remarks>At the position where the buffer belongs: after a write that failed half-way the next one overwrites its part.</remarks>
    private void FlushBuffer()
    {
        var bytes = _buffer.Bytes;
        if (bytes.IsEmpty)
            return;
        long length = _guard is null ? _position : RandomAccess.GetLength(_file);
        bool isShared = length > _position && !_isHalfWritten;
        if (length < _position)
            GoOnInFile();
        else if (isShared)
            _position = LogRepair.EndOfLastLine(_file, _path);
        _isHalfWritten = true;
        RandomAccess.Write(_file, bytes, _position);
        // A file that was put in the place of this one has not grown with it.
        if (_guard is not null && !HasLength(_position + bytes.Length))
        {
            GoOnInFile();
            RandomAccess.Write(_file, bytes, _position);
        }

        _isHalfWritten = false;
        _position += bytes.Length;
        _buffer.Clear();
        if (_options.Durable)
            RandomAccess.FlushToDisk(_file);
        if (isShared)
            throw new SharedFileException($"Another program writes to {_path}, too, and the records of both are mixed in it. Give each run a file of its own.");
    }

    private bool HasLength(long length)
    {
        _info.Refresh();
        return _info.Exists && _info.Length >= length;
    }

    /// <summary>Goes on behind what another program has left of the file, or has put in its place.</summary>
    private void GoOnInFile()
    {
        long written = _position;
        var file = Open(_path);
        long lost;
        try
        {
            _position = LogRepair.EndOfLastLine(file, _path);
            lost = written - LogRepair.Common(_file, file, Math.Min(written, _position));
        }
        catch
        {
            _position = written;
            file.Dispose();
            throw;
        }

        _file.Dispose();
        _file = file;
        // A copy has all that was written.
        if (lost == 0)
            return;
        LostBytes += lost;
        var header = new LineBuffer();
        header.AddHeader(_run, _schedule, _opened, lost);
        RandomAccess.Write(_file, header.Bytes, _position);
        _position += header.Bytes.Length;
    }

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    /// <remarks>No one would catch an exception here, and it must not end the training: the next record throws it.</remarks>
    private void FlushInBackground()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            try
            {
                FlushBuffer();
                // That two write to one file stays to be said.
                if (_failure is not SharedFileException)
                    _failure = null;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                _failure = failure;
            }
        }
    }

    private void OnProcessExit(object? sender, EventArgs e) => FlushInBackground();

    private void Release()
    {
        _isDisposed = true;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        TrainingMeter.Remove(this);
        _timer.Dispose();
        _file.Dispose();
        _guard?.Dispose();
    }

    /// <summary>What was written is there, but between the lines of another program.</summary>
    private sealed class SharedFileException(string message) : IOException(message);
}
