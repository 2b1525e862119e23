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
    /// <summary>Fewer formulas are written for each stretch, however often they come again.</summary>
    private const int FewFormulas = 128;

    /// <summary>So many times as many formulas as there were can stand in the stretches of a combination.</summary>
    private const int MostRepetitions = 4;

    /// <summary>Up to so many schedules are combined one after the other.</summary>
    private const int FewParts = 16;

    /// <summary>So many pairs of stretches are combined without knowing which come after which.</summary>
    private const int MostUnknown = 64;

    /// <summary>What every value is multiplied by at the very end.</summary>
    public IReadOnlyList<GainRule> Gains { get; init; } = [];

    /// <summary>The noise on every value.</summary>
    public NoiseRule? Noise { get; init; }

    /// <summary>The rates between which a cycle is declared to move, whether a step has them or not; null for other schedules.</summary>
    public (Scalar Low, Scalar High)? Swing { get; init; }

    /// <summary>
    /// The segments, in order, that the schedule can begin with: a phase whose length turns out to be 0 at run time is skipped.
    /// </summary>
    public IReadOnlyList<int> Beginnings { get; init; } = [0];

    /// <summary>
    /// What the schedule starts with: where the first phase starts that has any steps. Where none has, it is where the last one would
    /// start, so that a warm-up that takes the whole training goes up to the rate and not to the end value.
    /// </summary>
    public Scalar First
    {
        get
        {
            var first = FirstOfProduct;
            if (first is not null)
                return first;
            foreach (int i in Beginnings.Reverse())
            {
                var (end, origin, shape) = Segments[i];
                // A later phase is the first only where all before it have no length, so that it starts at 0.
                var start = i == 0 || origin.Constant is not null ? shape.At(Scalar.Zero - origin) : shape.Start;
                first = first is null || end is null or ConstantScalar ? start : Scalar.Choose(end, Scalar.Zero, start, first);
            }

            return first!;
        }
    }

    /// <summary>
    /// What a schedule under a multiplied warm-up starts with, where lengths come at run time: with none of its own it is the warm-up's share
    /// of what it would start with. Null for others.
    /// </summary>
    public Scalar? FirstOfProduct { get; init; }

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
        this with
        {
            Segments = [.. segments, .. Segments],
            Opening = Opening + segments.Count,
            FirstOfProduct = null,
            Beginnings = [.. Enumerable.Range(0, segments.Count), .. Beginnings.Select(b => b + segments.Count)],
        };

    /// <summary>Every value changed.</summary>
    public Timeline Map(Func<Shape, Shape> change) =>
        this with
        {
            Segments = [.. Segments.Select(s => s with { Shape = change(s.Shape) })],
            Swing = null,
            FirstOfProduct = FirstOfProduct is null ? null : change(new HoldShape(FirstOfProduct)).Start,
        };

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

        return flat with { Segments = [.. segments, .. then], Length = length, Beginnings = [.. flat.Beginnings.Where(b => b < segments.Count)] };
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
        return this with
        {
            Segments = [.. Segments.Take(first), new Segment(null, rule.Start, folded)],
            AfterEnd = null,
            Opening = 0,
            Beginnings = [.. Beginnings.Select(b => Math.Min(b, first)).Distinct()],
        };
    }

    /// <summary>How many formulas the schedules had that this one is combined from, before each stretch held all of them.</summary>
    private long? Uncombined { get; init; }

    private long Formulas => Uncombined ?? Segments.Sum(s => (long)s.Shape.Leaves);

    /// <summary>Schedules as one, value by value: a few one after the other, as they are written; many in halves, so that no formula is nested deeply.</summary>
    public static Timeline Merge(Combination kind, IReadOnlyList<Timeline> all)
    {
        if (MergeParts(kind, all) is { } parts)
            return parts;
        if (all.Count <= FewParts)
            return all.Aggregate((a, b) => Merge(kind, a, b));
        int half = all.Count / 2;
        return Merge(kind, Merge(kind, [.. all.Take(half)]), Merge(kind, [.. all.Skip(half)]));
    }

    /// <summary>
    /// One formula of whole schedules, each of which stands in it once: for those with so many different ends that each stretch between
    /// them would hold all others again. Null where the stretches are few, or not known.
    /// </summary>
    private static Timeline? MergeParts(Combination kind, IReadOnlyList<Timeline> all)
    {
        var flat = all.Select(t => t.Flatten()).ToList();
        var ends = flat.SelectMany(t => t.Segments).Select(s => s.End).Where(e => e is not null).ToList();
        long formulas = Math.Min(flat.Sum(t => t.Formulas), int.MaxValue);
        if (ends.Any(e => e!.Constant is null) || (ends.Distinct().Count() + 1L) * all.Count <= Math.Max(FewFormulas, formulas * MostRepetitions))
            return null;
        var shapes = flat.ConvertAll(t => t.AsShape());
        while (shapes.Count > 1)
            shapes = [.. Enumerable.Range(0, (shapes.Count + 1) / 2).Select(i => 2 * i + 1 < shapes.Count ? CombinedShape.Of(kind, shapes[2 * i], shapes[2 * i + 1]) : shapes[2 * i])];
        var length = flat.Any(t => t.Length is null) ? null : flat.Select(t => t.Length!).Aggregate(Scalar.Max);
        return new Timeline([new Segment(null, Scalar.Zero, shapes[0])], length, null) { Uncombined = formulas };
    }

    /// <summary>Two schedules as one, value by value.</summary>
    public static Timeline Merge(Combination kind, Timeline a, Timeline b)
    {
        (a, b) = (a.Flatten(), b.Flatten());
        var length = a.Length is null || b.Length is null ? null : Scalar.Max(a.Length, b.Length);
        long formulas = Math.Min(a.Formulas + b.Formulas, int.MaxValue);
        bool isKnown = a.Segments.Concat(b.Segments).All(s => s.End is null or ConstantScalar);
        var (segments, beginnings) = isKnown ? (MergeKnown(kind, a, b), [0]) : MergeUnknown(kind, a, b);
        if (segments is null || segments.Sum(s => (long)s.Shape.Leaves) > Math.Max(FewFormulas, formulas * MostRepetitions))
            (segments, beginnings) = ([new Segment(null, Scalar.Zero, CombinedShape.Of(kind, a.AsShape(), b.AsShape()))], [0]);
        return new Timeline(segments, length, null) { Uncombined = formulas, Beginnings = beginnings };
    }

    /// <summary>Segments with known ends, in the order of time.</summary>
    private static List<Segment> MergeKnown(Combination kind, Timeline a, Timeline b)
    {
        var segments = new List<Segment>();
        var reached = Rational.Zero;
        for (int i = 0, j = 0; ;)
        {
            while (a.Segments[i].End?.Constant <= reached)
                i++;
            while (b.Segments[j].End?.Constant <= reached)
                j++;
            var merged = Merge(kind, a.Segments[i], b.Segments[j]);
            segments.Add(merged);
            if (merged.End?.Constant is not { } end)
                return segments;
            reached = end;
        }
    }

    /// <summary>Segments of which only run time knows the order: each with each, and those that the schedule can begin with. Null where that is too many.</summary>
    private static (List<Segment>? Segments, List<int> Beginnings) MergeUnknown(Combination kind, Timeline a, Timeline b)
    {
        if ((long)a.Segments.Count * b.Segments.Count > MostUnknown)
            return (null, [0]);
        var segments = new List<Segment>();
        var beginnings = new List<int>();
        Rational? reached = Rational.Zero;
        for (int i = 0; i < a.Segments.Count; i++)
        {
            for (int j = 0; j < b.Segments.Count; j++)
            {
                Segment first = a.Segments[i], second = b.Segments[j];
                var merged = Merge(kind, first, second);
                if (reached is { } before && merged.End?.Constant is { } constant)
                {
                    if (constant <= before)
                        continue;
                    reached = constant;
                }
                else
                {
                    reached = null;
                }

                if (a.Beginnings.Contains(i) && b.Beginnings.Contains(j))
                    beginnings.Add(segments.Count);
                segments.Add(merged);
                // Known ends are in order of time: after the first without one nothing more is reached.
                if (merged.End is null || first.End is not null && merged.End == first.End)
                    break;
            }

            if (segments.Count > 0 && segments[segments.Count - 1].End is null)
                break;
        }

        return (segments, beginnings.Count > 0 ? beginnings : [0]);
    }

    private static Segment Merge(Combination kind, Segment first, Segment second)
    {
        var end = first.End is null ? second.End : second.End is null ? first.End : Scalar.Min(first.End, second.End);
        var origin = first.Shape is HoldShape ? second.Origin : first.Origin;
        return new Segment(end, origin, CombinedShape.Of(
            kind, ShiftedShape.Of(first.Shape, origin - first.Origin), ShiftedShape.Of(second.Shape, origin - second.Origin)));
    }

    /// <summary>All of a schedule without an end rule as one shape.</summary>
    private Shape AsShape() => Segments is [{ Origin.IsZero: true } only] ? only.Shape : new PiecewiseShape(Segments);

    public static Timeline Of(IReadOnlyList<Phase> phases)
    {
        var segments = new List<Segment>();
        var beginnings = new List<int>();
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
                beginnings.AddRange(part.Beginnings.Select(b => segments.Count + b));
                segments.AddRange(part.Segments);
                if (isLast)
                {
                    return new Timeline(segments, end, whole.AfterEnd is { Kind: Curves.AfterEnd.Throw } rule && !phase.IsCut
                        ? rule with { Start = start + rule.Start, FirstSegment = firstSegment }
                        : null) { Beginnings = beginnings };
                }

                start = end!;
                continue;
            }

            beginnings.AddRange(Enumerable.Range(firstSegment, phase.Stages));
            var endTime = phase.EndTime ?? phase.Length;
            foreach (var lead in phase.Lead)
                segments.Add(new Segment(start + lead.End!, start + lead.Origin, lead.Shape));
            var origin = start + phase.Origin;
            if (phase.Length is null || endTime is null)
            {
                segments.Add(new Segment(null, origin, phase.Shape));
                return new Timeline(segments, null, null) { Swing = SwingOf(phases), Beginnings = beginnings };
            }

            segments.Add(new Segment(start + endTime, origin, phase.Shape));
            if (isLast || endTime != phase.Length)
                segments.Add(new Segment(isLast ? null : start + phase.Length, start, new HoldShape(phase.EndValue ?? EndValue(phase, endTime - phase.Origin))));
            if (isLast)
            {
                // With End.LastStep a length of 0 would come to −1.
                var reached = endTime == phase.Length || endTime.Constant is not null ? endTime : Scalar.Max(endTime, Scalar.Zero);
                var rule = phase.AfterEnd == Curves.AfterEnd.Hold ? null : new EndRule(phase.AfterEnd, start, reached, phase.Length, firstSegment);
                return new Timeline(segments, phase.IsEndless ? null : start + reached, rule) { Swing = SwingOf(phases), Beginnings = beginnings };
            }

            start += phase.Length;
        }

        throw new ArgumentException("A timeline needs a phase.", nameof(phases));
    }

    /// <summary>The value at a time, where both are known at compile time; else null.</summary>
    public static Scalar? KnownValueAt(Timeline timeline, Scalar time) =>
        time.Constant is { } at && timeline.ToCurve() is { IsConstant: true } curve ? curve.EvaluateAt(at, Real.Precise) : null;

    /// <summary>The value at a time, which run time chooses among the segments where it has to.</summary>
    public static Scalar ValueAt(Timeline timeline, Scalar time)
    {
        if (KnownValueAt(timeline, time) is { } known)
            return known;
        var flat = timeline.Flatten().Segments;
        var last = flat[flat.Count - 1];
        var value = last.Shape.At(time - last.Origin);
        if (time == timeline.Length)
            return value;
        foreach (var segment in flat.Reverse().Skip(1))
            value = Scalar.Choose(segment.End!, time, segment.Shape.At(time - segment.Origin), value);
        return value;
    }

    /// <summary>Of several phases none says what the others do.</summary>
    private static (Scalar Low, Scalar High)? SwingOf(IReadOnlyList<Phase> phases) => phases.Count == 1 ? phases[0].Swing : null;

    private static Scalar EndValue(Phase phase, Scalar local) =>
        phase.Shape is EaseShape { Progress: var progress } ease && local == progress.Length && progress.Shift.IsZero
            ? ease.To
            : phase.Shape.At(local);
}
