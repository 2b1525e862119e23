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
        {
            arguments.ReportMissing("schedule", arguments.Quantity == Quantity.LearningRate
                ? "[Mirror] without a name is for another quantity than the learning rate, against which it moves; write Quantity = Quantity.Momentum, "
                    + "for Adam Quantity.Beta1, or give it the name of a schedule, nameof(…)"
                : "[Mirror] names no schedule, and there is none for the learning rate on this target; write nameof(…)");
            return nothing with { IsMisplaced = true };
        }

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

        var (first, peak) = Swing(timeline);
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

    /// <summary>
    /// The rates that are mirrored to the two bounds: those that a cycle declares, as in PyTorch, also where its amplitude falls and no step has
    /// the highest; else the first and the highest, or of a schedule that starts at its highest the last.
    /// </summary>
    private static (Rational Low, Rational High) Swing(Timeline timeline)
    {
        if (timeline.Swing is var (declared, highest))
            return (declared.Constant!.Value, highest.Constant!.Value);
        var curve = timeline.ToCurve();
        var ends = Ends(timeline).ToList();
        Rational first = curve.EvaluateAt(Rational.Zero, Real.Precise);
        // Between steps a curve can be higher than at any of them.
        var peak = ends.Aggregate(curve.Evaluate((long)curve.PeakStep, Real.Precise)!.Value, Rational.Max);
        return (first < peak ? first : ends.Aggregate(first, Rational.Min), peak);
    }

    /// <summary>The rates at the ends of segments.</summary>
    private static IEnumerable<Rational> Ends(Timeline timeline)
    {
        Rational start = Rational.Zero;
        foreach (var segment in timeline.Segments)
        {
            var origin = segment.Origin.Constant!.Value;
            if (segment.End?.Constant is { } end)
            {
                // What is hidden by a warm-up, or began before step 0, is no rate of the schedule.
                if (end > start)
                {
                    yield return segment.Shape.Evaluate(start - origin, Real.Precise);
                    yield return segment.Shape.Evaluate(end - origin, Real.Precise);
                    start = end;
                }
            }
            else
            {
                yield return segment.Shape.Evaluate(start - origin, Real.Precise);
                if (((segment.Shape as HoldShape)?.Value ?? segment.Shape.Limit)?.Constant is { } last)
                    yield return last;
            }
        }
    }
}
