using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace LrGen;

/// <summary>A record of a training log.</summary>
public readonly struct TrainingRecord
{
    private readonly List<(int Index, double Value)>? _metrics;

    /// <summary>Initializes a record.</summary>
    /// <param name="step">The 0-based index of the update.</param>
    /// <param name="rate">The learning rate; NaN where it is not known.</param>
    /// <param name="loss">The loss; can be NaN or infinite.</param>
    public TrainingRecord(long step, double rate, double loss)
        : this(step, double.NaN, rate, loss, double.NaN, null)
    {
    }

    internal TrainingRecord(long step, double epoch, double rate, double loss, double seconds, List<(int Index, double Value)>? metrics)
    {
        Step = step;
        Epoch = epoch;
        Rate = rate;
        Loss = loss;
        Seconds = seconds;
        _metrics = metrics;
    }

    /// <summary>Gets the 0-based index of the update.</summary>
    public long Step { get; }

    /// <summary>Gets the epochs since the start of the training; NaN where the record has none.</summary>
    public double Epoch { get; }

    /// <summary>Gets the learning rate of the update; NaN where the record has none.</summary>
    public double Rate { get; }

    /// <summary>Gets the loss.</summary>
    public double Loss { get; }

    /// <summary>Gets the seconds of training before the record, those of earlier openings of the log included; NaN where it has none.</summary>
    public double Seconds { get; }

    /// <summary>Returns the value of a metric.</summary>
    /// <param name="index">The place of the metric in <see cref="TrainingLogReader.Metrics"/>.</param>
    /// <returns>The value; NaN where the record has none.</returns>
    public double Metric(int index)
    {
        if (_metrics is null)
            return double.NaN;
        // Where it is if all records have the same ones.
        if (index >= 0 && index < _metrics.Count && _metrics[index].Index == index)
            return _metrics[index].Value;
        foreach (var (place, value) in _metrics)
        {
            if (place == index)
                return value;
        }

        return double.NaN;
    }

    /// <summary>Whether a record of the same step is this one once more.</summary>
    internal bool Says(double rate, double loss, double seconds, List<(int Index, double Value)>? metrics) =>
        Rate.Equals(rate) && Loss.Equals(loss) && Seconds.Equals(seconds)
        && (_metrics is null || metrics is null ? _metrics == metrics : CollectionsMarshal.AsSpan(_metrics).SequenceEqual(CollectionsMarshal.AsSpan(metrics)));
}

/// <summary>A line of a training log or a journal that could not be read.</summary>
public readonly struct DamagedLine
{
    internal DamagedLine(long number, string reason)
    {
        Number = number;
        Reason = reason;
    }

    /// <summary>Gets the 1-based number of the line.</summary>
    public long Number { get; }

    /// <summary>Gets what is wrong with it.</summary>
    public string Reason { get; }
}
