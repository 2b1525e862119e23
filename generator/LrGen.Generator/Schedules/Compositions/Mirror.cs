using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>high where a schedule is low, and low at its peak, each stretch in the shape that it has there.</summary>
internal sealed class Mirror : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var nothing = new Phase { Shape = new HoldShape(Scalar.One), Length = Scalar.One };
        Scalar low = arguments.RateOrZero("low"), high = arguments.RateOrZero("high");
        if (low.Constant >= high.Constant && !arguments.IsUnknown("low") && !arguments.IsUnknown("high"))
            arguments.Conflict("low", "a mirror goes down where the schedule goes up; 'low' has to be below 'high'");
        bool isNamed = arguments.Attribute.References.Count > 0;
        var timeline = isNamed ? arguments.Timelines()[0] : arguments.RateOfTarget;
        if (timeline is null && !isNamed)
            arguments.ReportMissing("schedule", "[Mirror] names no schedule, and there is none for the learning rate on this target; write nameof(…)");
        if (timeline is null || low.Constant is not { } bottom || high.Constant is not { } top)
        {
            if (timeline is not null)
                arguments.Conflict("low", "the bounds of a mirror have to be known at compile time; write them in the attribute");
            return nothing;
        }

        if (!timeline.ToCurve().IsConstant)
        {
            arguments.Conflict("schedule", "a schedule with values of run time cannot be mirrored; write them in its attributes");
            return nothing;
        }

        var curve = timeline.ToCurve();
        Rational peak = curve.Evaluate((long)curve.PeakStep, Real.Precise)!.Value, first = curve.EvaluateAt(Rational.Zero, Real.Precise);
        if (first >= peak)
            first = Lowest(timeline);
        if (first >= peak)
            return Phase.Of(timeline.Map(_ => new HoldShape(high)), null);

        return Phase.Of(timeline.Map(Mirrored), null);

        Shape Mirrored(Shape shape) => shape switch
        {
            HoldShape hold => new HoldShape(Value(hold.Value.Constant!.Value)),
            EaseShape ease => Ease(ease),
            _ => CombinedShape.Of(Combination.Max, new AffineShape(shape, -(top - bottom) / (peak - first), top + (top - bottom) * first / (peak - first), top), new HoldShape(low)),
        };

        Shape Ease(EaseShape ease)
        {
            Rational from = Value(ease.From.Constant!.Value), to = Value(ease.To.Constant!.Value);
            return from == to ? new HoldShape(from) : ease with { From = from, To = to };
        }

        Rational Value(Rational rate) => Rational.Max(Rational.Min(top - (top - bottom) * (rate - first) / (peak - first), top), bottom);
    }

    /// <summary>The lowest rate at an end of a segment.</summary>
    private static Rational Lowest(Timeline timeline)
    {
        var curve = timeline.ToCurve();
        Rational lowest = curve.EvaluateAt(Rational.Zero, Real.Precise);
        foreach (var segment in timeline.Segments)
        {
            if (segment.End?.Constant is { } end)
                lowest = Rational.Min(lowest, segment.Shape.Evaluate(end - segment.Origin.Constant!.Value, Real.Precise));
            else if (((segment.Shape as HoldShape)?.Value ?? segment.Shape.Limit)?.Constant is { } last)
                lowest = Rational.Min(lowest, last);
        }

        return lowest;
    }
}
