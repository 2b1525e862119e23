using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>The phases of a target put one after the other.</summary>
/// <param name="Segments">In order of time; the last has no end.</param>
/// <param name="Length">The step of the end value; null for a schedule that never ends.</param>
/// <param name="AfterEnd">What happens after it, unless it is held.</param>
/// <param name="Opening">How many segments at the start are run through once.</param>
internal sealed record Timeline(IReadOnlyList<Segment> Segments, Scalar? Length, EndRule? AfterEnd, int Opening = 0)
{
    /// <summary>What every value is multiplied by at the very end.</summary>
    public IReadOnlyList<GainRule> Gains { get; init; } = [];

    /// <summary>The noise on every value.</summary>
    public NoiseRule? Noise { get; init; }

    /// <summary>The rates between which a cycle is declared to move, whether a step has them or not; null for other schedules.</summary>
    public (Scalar Low, Scalar High)? Swing { get; init; }

    /// <summary>The value at step 0.</summary>
    public Scalar First => Segments[0].Shape.At(Scalar.Zero - Segments[0].Origin);

    /// <summary>Whether steps after the end are taken back.</summary>
    public bool Folds => AfterEnd is { Kind: Curves.AfterEnd.Repeat or Curves.AfterEnd.Oscillate };

    /// <summary>The curve over all steps.</summary>
    public Curve ToCurve() => new(Segments, Length, AfterEnd, Opening) { Gains = Gains, Noise = Noise };

    /// <summary>All of it later.</summary>
    public Timeline Delay(Scalar by) => this with
    {
        Segments = [.. Segments.Select(s => s with { End = s.End is null ? null : by + s.End, Origin = by + s.Origin })],
        Length = Length is null ? null : by + Length,
        AfterEnd = AfterEnd is null ? null : AfterEnd with { Start = by + AfterEnd.Start },
    };

    /// <summary>Segments that hold instead of those here, for the steps below their ends.</summary>
    public Timeline Open(IReadOnlyList<Segment> segments) =>
        this with { Segments = [.. segments, .. Segments], Opening = Opening + segments.Count };

    /// <summary>Every value changed.</summary>
    public Timeline Map(Func<Shape, Shape> change) =>
        this with { Segments = [.. Segments.Select(s => s with { Shape = change(s.Shape) })], Swing = null };

    /// <summary>Every value multiplied.</summary>
    public Timeline Scale(Scalar factor) =>
        Map(s => s.Scale(factor)) with { Swing = Swing is var (low, high) ? (low * factor, high * factor) : null };

    /// <summary>Every value multiplied by one that an integer of run time chooses.</summary>
    public Timeline Multiply(ArgumentScalar? index, IReadOnlyList<Rational> values, string attribute, string argument) =>
        index is null ? this : this with { Gains = [.. Gains, new GainRule(index, values, attribute, argument)] };

    /// <summary>The schedule until a step, and then other segments, the first of which begin there.</summary>
    public Timeline Until(Scalar end, IReadOnlyList<Segment> then, Scalar? length)
    {
        var flat = Flatten();
        var segments = new List<Segment>();
        foreach (var segment in flat.Segments)
        {
            bool reaches = segment.End is null || segment.End.Constant >= end.Constant;
            segments.Add(segment with { End = reaches ? end : Scalar.Min(segment.End!, end) });
            if (reaches)
                break;
        }

        return flat with { Segments = [.. segments, .. then], Length = length };
    }

    /// <summary>The same values without an end rule: what comes again is a shape of its own.</summary>
    public Timeline Flatten()
    {
        if (!Folds)
            return this with { Opening = 0, AfterEnd = null };
        var rule = AfterEnd!;
        int first = Opening + rule.FirstSegment;
        var local = Segments.Skip(first).Select(s => new Segment(
            s.End is null ? null : s.End - rule.Start, s.Origin - rule.Start, s.Shape)).ToList();
        var folded = new FoldedShape(local, rule.Kind, rule.EndTime, rule.Period);
        return this with { Segments = [.. Segments.Take(first), new Segment(null, rule.Start, folded)], AfterEnd = null, Opening = 0 };
    }

    /// <summary>Two schedules as one, value by value.</summary>
    public static Timeline Merge(Combination kind, Timeline a, Timeline b)
    {
        (a, b) = (a.Flatten(), b.Flatten());
        var segments = new List<Segment>();
        Rational? reached = Rational.Zero;
        foreach (var first in a.Segments)
        {
            foreach (var second in b.Segments)
            {
                var end = first.End is null ? second.End : second.End is null ? first.End : Scalar.Min(first.End, second.End);
                if (reached is { } before && end?.Constant is { } constant)
                {
                    if (constant <= before)
                        continue;
                    reached = constant;
                }
                else
                {
                    reached = null;
                }

                var origin = first.Shape is HoldShape ? second.Origin : first.Origin;
                var shape = CombinedShape.Of(kind, ShiftedShape.Of(first.Shape, origin - first.Origin), ShiftedShape.Of(second.Shape, origin - second.Origin));
                segments.Add(new Segment(end, origin, shape));
                // Known ends are in order of time: after the first without one nothing more is reached.
                if (end is null || first.End is not null && end == first.End)
                    break;
            }

            if (segments.Count > 0 && segments[segments.Count - 1].End is null)
                break;
        }

        var length = a.Length is null || b.Length is null ? null : Scalar.Max(a.Length, b.Length);
        return new Timeline(segments, length, null);
    }

    public static Timeline Of(IReadOnlyList<Phase> phases)
    {
        var segments = new List<Segment>();
        Scalar start = Scalar.Zero;
        for (int i = 0; i < phases.Count; i++)
        {
            var phase = phases[i];
            bool isLast = i == phases.Count - 1;
            int firstSegment = segments.Count;
            if (phase.Whole is { } whole)
            {
                if (isLast && !phase.IsCut && segments.Count == 0)
                    return whole;
                // A rule for after the end has no meaning before it.
                var part = (isLast ? whole.Flatten() : phase.IsCut ? whole : whole.Until(phase.Length!, [], phase.Length)).Delay(start);
                var end = phase.Length is null ? null : start + phase.Length;
                if (phase.IsCut)
                    part = part.Until(end!, isLast ? [new Segment(null, end!, new HoldShape(ValueAt(whole, phase.Length!)))] : [], end);
                segments.AddRange(part.Segments);
                if (isLast)
                {
                    return new Timeline(segments, end, whole.AfterEnd is { Kind: Curves.AfterEnd.Throw } rule && !phase.IsCut
                        ? rule with { Start = start + rule.Start, FirstSegment = firstSegment }
                        : null);
                }

                start = end!;
                continue;
            }

            var endTime = phase.EndTime ?? phase.Length;
            foreach (var lead in phase.Lead)
                segments.Add(new Segment(start + lead.End!, start + lead.Origin, lead.Shape));
            var origin = start + phase.Origin;
            if (phase.Length is null || endTime is null)
            {
                segments.Add(new Segment(null, origin, phase.Shape));
                return new Timeline(segments, null, null) { Swing = SwingOf(phases) };
            }

            segments.Add(new Segment(start + endTime, origin, phase.Shape));
            if (isLast || endTime != phase.Length)
                segments.Add(new Segment(isLast ? null : start + phase.Length, start, new HoldShape(phase.EndValue ?? EndValue(phase, endTime - phase.Origin))));
            if (isLast)
            {
                return new Timeline(segments, phase.IsEndless ? null : start + endTime, phase.AfterEnd == Curves.AfterEnd.Hold
                    ? null
                    : new EndRule(phase.AfterEnd, start, endTime, phase.Length, firstSegment))
                {
                    Swing = SwingOf(phases),
                };
            }

            start += phase.Length;
        }

        throw new ArgumentException("A timeline needs a phase.", nameof(phases));
    }

    /// <summary>The value at a time, where both are known at compile time; else null.</summary>
    public static Scalar? KnownValueAt(Timeline timeline, Scalar time) =>
        time.Constant is { } at && timeline.ToCurve() is { IsConstant: true } curve ? curve.EvaluateAt(at, Real.Precise) : null;

    /// <summary>The value at a time, which can only be told where both are known at compile time or the first segment lasts.</summary>
    public static Scalar ValueAt(Timeline timeline, Scalar time)
    {
        if (KnownValueAt(timeline, time) is { } known)
            return known;
        var flat = timeline.Flatten().Segments;
        var segment = flat.FirstOrDefault(s => s.End is null || time.Constant < s.End.Constant) ?? flat[flat.Count - 1];
        return segment.Shape.At(time - segment.Origin);
    }

    /// <summary>Of several phases none says what the others do.</summary>
    private static (Scalar Low, Scalar High)? SwingOf(IReadOnlyList<Phase> phases) => phases.Count == 1 ? phases[0].Swing : null;

    private static Scalar EndValue(Phase phase, Scalar local) =>
        phase.Shape is EaseShape { Progress: var progress } ease && local == progress.Length && progress.Shift.IsZero
            ? ease.To
            : phase.Shape.At(local);
}
