using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>A schedule attribute as a stretch of time, over local steps u = 0, 1, ….</summary>
internal sealed record Phase
{
    /// <summary>The stretches before the last, in order, over the local time of the phase.</summary>
    public IReadOnlyList<Segment> Lead { get; init; } = [];

    /// <summary>The rate over the last stretch, until the end value is reached.</summary>
    public required Shape Shape { get; init; }

    /// <summary>Where the last stretch begins.</summary>
    public Scalar Origin { get; init; } = Scalar.Zero;

    /// <summary>A phase of consecutive stretches, the last of which ends it.</summary>
    public static Phase Of(IReadOnlyList<Segment> stretches, Scalar endValue)
    {
        var last = stretches[stretches.Count - 1];
        return new Phase
        {
            Lead = [.. stretches.Take(stretches.Count - 1)],
            Shape = last.Shape,
            Origin = last.Origin,
            Length = last.End,
            EndValue = endValue,
        };
    }

    /// <summary>The length; null for a phase that never ends.</summary>
    public Scalar? Length { get; init; }

    /// <summary>The local time of the end value: the length, or one step less.</summary>
    public Scalar? EndTime { get; init; }

    /// <summary>The end value, where it is not what the shape ends at.</summary>
    public Scalar? EndValue { get; init; }

    /// <summary>What happens after the end.</summary>
    public AfterEnd AfterEnd { get; init; }

    /// <summary>Whether the length is that of a cycle, which comes again for ever.</summary>
    public bool IsEndless { get; init; }

    /// <summary>What a user does about a phase that has no end but is followed by another.</summary>
    public string WayToEnd { get; init; } = "give 'Steps'";
}

/// <summary>The phases of a target put one after the other.</summary>
/// <param name="Segments">In order of time; the last has no end.</param>
/// <param name="Length">The step of the end value; null for a schedule that never ends.</param>
/// <param name="AfterEnd">What happens after it, unless it is held.</param>
/// <param name="Opening">How many segments at the start are run through once.</param>
internal sealed record Timeline(IReadOnlyList<Segment> Segments, Scalar? Length, EndRule? AfterEnd, int Opening = 0)
{
    /// <summary>The value at step 0.</summary>
    public Scalar First => Segments[0].Shape.At(Scalar.Zero - Segments[0].Origin);

    /// <summary>The curve over all steps.</summary>
    public Curve ToCurve() => new(Segments, Length, AfterEnd, Opening);

    /// <summary>All of it later.</summary>
    public Timeline Delay(Scalar by) => new(
        [.. Segments.Select(s => s with { End = s.End is null ? null : by + s.End, Origin = by + s.Origin })],
        Length is null ? null : by + Length,
        AfterEnd is null ? null : AfterEnd with { Start = by + AfterEnd.Start },
        Opening);

    /// <summary>Segments that hold instead of those here, for the steps below their ends.</summary>
    public Timeline Open(IReadOnlyList<Segment> segments) =>
        this with { Segments = [.. segments, .. Segments], Opening = Opening + segments.Count };

    public static Timeline Of(IReadOnlyList<Phase> phases)
    {
        var segments = new List<Segment>();
        Scalar start = Scalar.Zero;
        for (int i = 0; i < phases.Count; i++)
        {
            var phase = phases[i];
            bool isLast = i == phases.Count - 1;
            var end = phase.EndTime ?? phase.Length;
            foreach (var lead in phase.Lead)
                segments.Add(new Segment(start + lead.End!, start + lead.Origin, lead.Shape));
            var origin = start + phase.Origin;
            if (phase.Length is null || end is null)
            {
                segments.Add(new Segment(null, origin, phase.Shape));
                return new Timeline(segments, null, null);
            }

            segments.Add(new Segment(start + end, origin, phase.Shape));
            if (isLast || end != phase.Length)
                segments.Add(new Segment(isLast ? null : start + phase.Length, start, new HoldShape(phase.EndValue ?? EndValue(phase, end - phase.Origin))));
            if (isLast)
                return new Timeline(segments, phase.IsEndless ? null : start + end, phase.AfterEnd == Curves.AfterEnd.Hold ? null : new EndRule(phase.AfterEnd, start, end, phase.Length));
            start += phase.Length;
        }

        throw new ArgumentException("A timeline needs a phase.", nameof(phases));
    }

    private static Scalar EndValue(Phase phase, Scalar local) =>
        phase.Shape is EaseShape { Progress: var progress } ease && local == progress.Length && progress.Shift.IsZero
            ? ease.To
            : phase.Shape.At(local);
}
