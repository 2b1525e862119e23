using System;
using System.Collections.Generic;

namespace LrGen;

/// <summary>A record of a training log.</summary>
public readonly struct TrainingRecord
{
    private readonly double[]? _metrics;

    /// <summary>Initializes a record.</summary>
    /// <param name="step">The 0-based index of the update.</param>
    /// <param name="rate">The learning rate; NaN where it is not known.</param>
    /// <param name="loss">The loss; can be NaN or infinite.</param>
    public TrainingRecord(long step, double rate, double loss)
        : this(step, double.NaN, rate, loss, double.NaN, null)
    {
    }

    internal TrainingRecord(long step, double epoch, double rate, double loss, double seconds, double[]? metrics)
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
    public double Metric(int index) => _metrics is { } values && index < values.Length ? values[index] : double.NaN;
}

/// <summary>A line of a training log that could not be read.</summary>
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
