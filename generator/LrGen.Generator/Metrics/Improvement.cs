using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>What makes a metric better than the best so far.</summary>
/// <param name="Mode">Which metrics are better.</param>
/// <param name="Unit">What the threshold is measured in.</param>
/// <param name="Threshold">How much better it has to be.</param>
internal sealed record Improvement(MetricMode Mode, ThresholdMode Unit, Scalar Threshold)
{
    public static IReadOnlyList<StateProperty> State { get; } =
    [
        new("bool", "HasBest", "Gets or sets whether there is a best metric."),
        new("double", "Best", "Gets or sets the best metric; without meaning where there is none."),
    ];

    public static Improvement Read(ArgumentReader arguments, ThresholdMode unit, double threshold) => new(
        arguments.Option<MetricMode>("Mode"),
        arguments.Option("ThresholdMode", unit),
        arguments.NotNegative("Threshold", threshold));

    /// <summary>Keeps the metric as the best in a block that goes on with the statements of an improvement.</summary>
    public void WriteKeep(MetricBody body)
    {
        body.Line("HasBest = true;");
        body.Line("Best = metric;");
        body.Line(body.Result + " = " + MetricBody.Flag("Improved") + ";");
    }

    /// <summary>
    /// PyTorch multiplies the best by 1 ± threshold, which below 0 goes the wrong way; there the other sign takes as much off.
    /// </summary>
    public string Condition(MetricBody body)
    {
        bool isMin = Mode == MetricMode.Min;
        string bound = Threshold.IsZero ? "Best"
            : Unit == ThresholdMode.Absolute ? "Best " + (isMin ? "- " : "+ ") + body.Code(Threshold)
            : "Best * (Best < 0.0 ? " + body.Code(isMin ? Scalar.One + Threshold : Scalar.One - Threshold)
                + " : " + body.Code(isMin ? Scalar.One - Threshold : Scalar.One + Threshold) + ")";
        return body.IsNumber + " && (!HasBest || metric " + (isMin ? "<" : ">") + " " + bound + ")";
    }

    public string Describe()
    {
        string bound = Threshold.IsZero ? "best"
            : "best " + (Mode == MetricMode.Min ? "− " : "+ ") + Text.Of(Threshold) + (Unit == ThresholdMode.Relative ? " · |best|" : string.Empty);
        return (Mode == MetricMode.Min ? "below " : "above ") + bound;
    }
}

/// <summary>The runtime's <c>MetricMode</c> by value.</summary>
internal enum MetricMode
{
    Min,
    Max,
}

/// <summary>The runtime's <c>ThresholdMode</c> by value.</summary>
internal enum ThresholdMode
{
    Relative,
    Absolute,
}
