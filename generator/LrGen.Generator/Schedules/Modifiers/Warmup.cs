using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>A ramp to the schedule's first value, or over its first steps.</summary>
internal sealed class Warmup : ScheduleModifier
{
    public override int Order => 3;

    public override Scalar AddedLength(ArgumentReader arguments) =>
        arguments.Option<Join>("Join") == Join.After ? arguments.Length("steps") : Scalar.Zero;

    private enum WarmupShape
    {
        Linear,
        Constant,
        Exponential,
        Logarithmic,
        Polynomial,
        Cosine,
        OneMinusSqrt,
    }

    private enum FirstStep
    {
        AtStart,
        OneStepIn,
        BetweenEnds,
    }

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var steps = arguments.Length("steps");
        var join = arguments.Option<Join>("Join");
        var target = join == Join.Overlap ? ValueAt(timeline, steps, arguments) : timeline.First;
        if (join == Join.Overlap && target.Constant is { IsZero: true })
        {
            arguments.Conflict("Join", "the schedule is at 0 when the warm-up of " + Text.Bare(steps) + " steps is over; shorten the warm-up, or let it come before with Join.After");
            return timeline;
        }

        // Whether a warm-up that is known at run time hides all of a schedule that ends at 0.
        if (join == Join.Overlap && timeline.Segments is [{ End: { } end }, { Shape: HoldShape { Value.Constant.IsZero: true } }] && (end - steps).Constant is null)
            arguments.Check(end - steps, CheckKind.Positive, "steps", unlessZero: steps);
        // A product begins at a share; where the schedule begins at 0, only FromRatio can say which.
        bool isShare = join == Join.Multiply && (arguments.IsGiven("FromRatio") || IsAtZero(target));
        var from = arguments.AbsoluteOrRatio("From", "FromRatio", isShare ? Scalar.One : target);
        var shape = arguments.Option<WarmupShape>("Shape");
        if (join == Join.Multiply)
        {
            if (IsAtZero(target) && arguments.IsGiven("From"))
                arguments.Conflict("From", "the schedule starts at 0, of which 'From' is no share; give 'FromRatio'");
            else if (!isShare)
                from /= target;
            target = Scalar.One;
            // The product is taken piece by piece; what comes back after the end has no pieces of its own.
            if (timeline.AfterEnd is { Kind: AfterEnd.Repeat or AfterEnd.Oscillate } rule && !(steps.Constant <= (rule.Start + rule.EndTime).Constant))
                arguments.Conflict("Join", "Join.Multiply over a schedule that repeats needs a warm-up that is known to be over before its first end");
        }

        var ramp = Stretches(Ramp(arguments, shape, from, target, steps, ReadProgress(arguments, steps)), target, steps);
        if (join == Join.After)
            return timeline.Delay(steps).Open(ramp);
        // A ramp over a schedule that is over sooner is what ends last.
        var length = timeline.Length is { } own ? Scalar.Max(own, steps) : null;
        if (join != Join.Multiply)
            return timeline.Open(ramp) with { Length = length };
        var first = timeline.First;
        bool isKnown = ramp.Concat(timeline.Segments).All(s => s.End is null or ConstantScalar);
        return timeline.Open([.. Multiply(timeline, ramp)]) with
        {
            Length = length,
            FirstOfProduct = isKnown ? null : Scalar.Choose(steps, Scalar.Zero, ramp[0].Shape.Start * first, first),
        };
    }

    /// <summary>
    /// The ramp, and the target where the ramp is up before the warm-up is over: with a fractional length the last step can lie
    /// past the one that has the target.
    /// </summary>
    private static List<Segment> Stretches(Shape ramp, Scalar target, Scalar steps)
    {
        var progress = (ramp as EaseShape)?.Progress ?? (ramp as GeometricShape)?.Progress;
        bool endsInTime = progress is null || progress.Length == steps + progress.Shift || steps.Constant is { IsInteger: true };
        return endsInTime
            ? [new Segment(steps, Scalar.Zero, ramp)]
            : [new Segment(progress!.Length - progress.Shift, Scalar.Zero, ramp), new Segment(steps, Scalar.Zero, new HoldShape(target))];
    }

    /// <summary>Every segment multiplied by every stretch of the warm-up, as far as both reach.</summary>
    private static IEnumerable<Segment> Multiply(Timeline timeline, List<Segment> ramp)
    {
        foreach (var stretch in ramp)
        {
            foreach (var segment in timeline.Segments)
            {
                var end = segment.End is null ? stretch.End! : Scalar.Min(segment.End, stretch.End!);
                yield return new Segment(end, segment.Origin, CombinedShape.Of(
                    Combination.Product, ShiftedShape.Of(stretch.Shape, segment.Origin), segment.Shape));
            }
        }
    }

    private static Scalar ValueAt(Timeline timeline, Scalar step, ArgumentReader arguments)
    {
        if (Timeline.KnownValueAt(timeline, step) is { } known)
            return known;
        if (timeline.Segments.Count > 2 || timeline.Folds)
        {
            arguments.Conflict("Join",
                "Join.Overlap over several phases, or over one that repeats, needs values that are known at compile time");
        }

        return Timeline.ValueAt(timeline, step);
    }

    private static Progress ReadProgress(ArgumentReader arguments, Scalar steps)
    {
        var first = arguments.Option<FirstStep>("FirstStep");
        var end = arguments.EndTime(steps);
        if (first != FirstStep.AtStart && end != steps)
            arguments.Conflict("End", "'End = End.LastStep' and 'FirstStep' both move the ramp; keep one");
        return first switch
        {
            FirstStep.OneStepIn => new Progress(Scalar.One, steps),
            FirstStep.BetweenEnds => new Progress(Scalar.One, steps + Scalar.One),
            _ => new Progress(Scalar.Zero, end),
        };
    }

    /// <summary>Whether a schedule starts at 0, if only where no phase is skipped.</summary>
    private static bool IsAtZero(Scalar target) => target.IsZero || target is ChoiceScalar { Then.IsZero: true };

    private static Shape Ramp(ArgumentReader arguments, WarmupShape shape, Scalar from, Scalar target, Scalar steps, Progress progress)
    {
        bool needsStart = shape is WarmupShape.Constant or WarmupShape.Exponential;
        if (shape == WarmupShape.Exponential && IsAtZero(target))
        {
            arguments.Conflict("Shape", "equal ratios never reach 0, where the schedule of this warm-up is; choose another Shape");
            return new HoldShape(Scalar.One);
        }

        bool isShareOfZero = arguments.IsGiven("FromRatio") && IsAtZero(target);
        if (needsStart && (isShareOfZero || from.Constant is { } start && start < Rational.PowerOfTwo(-1022)))
        {
            if (arguments.IsUnknown("From") || arguments.IsUnknown("FromRatio"))
                return new HoldShape(Scalar.One);
            if (isShareOfZero)
                arguments.Conflict("Join", "the schedule is at 0 where the warm-up of this shape should meet it; choose another Join or Shape");
            else
                arguments.Report(ScheduleProblem.RateNotPositive, arguments.IsGiven("FromRatio") ? "FromRatio" : "From");
            from = Scalar.One;
        }
        else if (needsStart && from.Constant is null)
        {
            arguments.Check(from, CheckKind.Positive, "From");
        }

        Scalar power = arguments.IsGiven("Power") ? arguments.Power("Power") : (Rational)2;
        if (shape == WarmupShape.Logarithmic && steps.Constant is { } count && count <= Rational.One)
        {
            if (!arguments.IsUnknown("steps"))
                arguments.Report(ScheduleProblem.LengthNotPositive, "steps", "a logarithmic warm-up has to be above 1");
            shape = WarmupShape.Linear;
        }
        else if (shape == WarmupShape.Logarithmic && steps.Constant is null)
        {
            arguments.Check(steps, CheckKind.AboveOne, "steps", unlessZero: steps);
        }

        return shape switch
        {
            WarmupShape.Constant => new HoldShape(from),
            WarmupShape.Exponential => new GeometricShape(from, target / from, progress),
            WarmupShape.Logarithmic => new LogarithmShape(from, target, progress, steps),
            // Down, the value is counted from the target, which may be a small part of where it came from.
            WarmupShape.Polynomial when from.Constant > target.Constant && power.Constant != Rational.One => new KDecayShape(from, target, progress, power, Scalar.One),
            WarmupShape.Polynomial => new PowerShape(from, target, progress, power, OfRest: false),
            WarmupShape.Cosine => new HalfWaveShape(from, target, progress),
            WarmupShape.OneMinusSqrt => new OneMinusSqrtShape(from, target, progress),
            _ => new LineShape(from, target, progress),
        };
    }
}
