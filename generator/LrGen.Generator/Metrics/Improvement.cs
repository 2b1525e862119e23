using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>What makes a metric better than the best so far.</summary>
/// <param name="Mode">Which metrics are better.</param>
/// <param name="Unit">What the threshold is measured in.</param>
/// <param name="Threshold">How much better it has to be.</param>
/// <param name="Absolute">How much better in the metric's own unit, beside a relative threshold.</param>
internal sealed record Improvement(MetricMode Mode, ThresholdMode Unit, Scalar Threshold, Scalar Absolute)
{
    public static IReadOnlyList<StateProperty> State { get; } =
    [
        new("bool", "HasBest", "Gets or sets whether there is a best metric."),
        new("double", "Best", "Gets or sets the best metric; without meaning where there is none."),
    ];

    public static Improvement Read(ArgumentReader arguments, ThresholdMode unit, double threshold) => new(
        arguments.Option<MetricMode>("Mode"),
        arguments.Option("ThresholdMode", unit),
        arguments.NotNegative("Threshold", threshold),
        Scalar.Zero);

    /// <summary>The same with a relative and an absolute threshold together.</summary>
    public static Improvement ReadBoth(ArgumentReader arguments, ThresholdMode unit, double threshold)
    {
        const string Name = "AbsoluteThreshold";
        var improvement = Read(arguments, unit, threshold) with { Absolute = arguments.NotNegative(Name, 0) };
        if (improvement.Unit == ThresholdMode.Absolute && arguments.IsGiven(Name))
        {
            arguments.Conflict(Name, "'Threshold' is absolute here, and '" + Name
                + "' would say the same; keep 'Threshold', or add ThresholdMode = ThresholdMode.Relative");
        }

        return improvement;
    }

    /// <summary>Keeps the metric as the best in a block that goes on with the statements of an improvement.</summary>
    public static void WriteKeep(MetricBody body, Judged judged)
    {
        body.Line("HasBest = true;");
        body.Line("Best = " + judged.Value + ";");
        body.Line(body.Result + " = " + MetricBody.Flag("Improved") + ";");
    }

    /// <summary>
    /// PyTorch multiplies the best by 1 ± threshold, which below 0 goes the wrong way; there the other sign takes as much off.
    /// </summary>
    public string Condition(MetricBody body, Judged judged)
    {
        bool isMin = Mode == MetricMode.Min;
        string bound = Threshold.IsZero ? "Best"
            : Unit == ThresholdMode.Absolute ? "Best " + (isMin ? "- " : "+ ") + body.Code(Threshold)
            : "Best * (Best < 0.0 ? " + body.Code(isMin ? Scalar.One + Threshold : Scalar.One - Threshold)
                + " : " + body.Code(isMin ? Scalar.One - Threshold : Scalar.One + Threshold) + ")";
        if (!Absolute.IsZero)
            bound += (isMin ? " - " : " + ") + body.Operand(Absolute);
        return judged.IsNumber + " && (!HasBest || " + judged.Value + " " + (isMin ? "<" : ">") + " " + bound + ")";
    }

    public string Describe()
    {
        string sign = Mode == MetricMode.Min ? " − " : " + ";
        string bound = Threshold.IsZero ? "best" : "best" + sign + Text.Of(Threshold) + (Unit == ThresholdMode.Relative ? " · |best|" : string.Empty);
        return (Mode == MetricMode.Min ? "below " : "above ") + bound + (Absolute.IsZero ? string.Empty : sign + Text.Of(Absolute));
    }
}

/// <summary>What is compared with the best metric: the reported one, or a mean.</summary>
/// <param name="Value">Its variable.</param>
/// <param name="IsNumber">The variable that says whether it is finite.</param>
internal readonly record struct Judged(string Value, string IsNumber);

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
