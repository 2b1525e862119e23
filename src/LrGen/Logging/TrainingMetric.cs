namespace LrGen;

/// <summary>A metric of a <see cref="TrainingLog"/>, from <see cref="TrainingLog.Metric"/>.</summary>
public readonly struct TrainingMetric
{
    internal TrainingMetric(TrainingLog log, int index)
    {
        Log = log;
        Index = index;
    }

    internal TrainingLog? Log { get; }

    internal int Index { get; }

    /// <summary>Gives the metric a value, for a record.</summary>
    /// <param name="value">The value; NaN and infinities are written as they are.</param>
    /// <returns>Metric and value.</returns>
    public MetricValue Is(double value) => new(this, value);
}

/// <summary>The value of a metric in one record, from <see cref="TrainingMetric.Is"/>.</summary>
public readonly struct MetricValue
{
    internal MetricValue(TrainingMetric metric, double value)
    {
        Metric = metric;
        Value = value;
    }

    internal TrainingMetric Metric { get; }

    /// <summary>Gets the value.</summary>
    public double Value { get; }
}
