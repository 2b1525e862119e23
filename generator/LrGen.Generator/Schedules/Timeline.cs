using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>A schedule attribute as a stretch of time, over local steps u = 0, 1, ….</summary>
internal sealed record Phase
{
    /// <summary>The rate over local time, until the end value is reached.</summary>
    public required Shape Shape { get; init; }

    /// <summary>Steps at the start during which the first value is held.</summary>
    public Scalar Begin { get; init; } = Scalar.Zero;

    /// <summary>The length; null for a phase that never ends.</summary>
    public Scalar? Length { get; init; }

    /// <summary>The local time of the end value: the length, or one step less.</summary>
    public Scalar? EndTime { get; init; }

    /// <summary>What happens after the end.</summary>
    public AfterEnd AfterEnd { get; init; }
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
            var begin = end is null || phase.Begin.IsZero ? phase.Begin : Scalar.Min(phase.Begin, end);
            if (!begin.IsZero)
                segments.Add(new Segment(start + begin, start, new HoldShape(phase.Shape.Start)));
            var origin = start + begin;
            if (phase.Length is null || end is null)
            {
                segments.Add(new Segment(null, origin, phase.Shape));
                return new Timeline(segments, null, null);
            }

            segments.Add(new Segment(start + end, origin, phase.Shape));
            if (isLast || end != phase.Length)
                segments.Add(new Segment(isLast ? null : start + phase.Length, start, new HoldShape(EndValue(phase, end - begin))));
            if (isLast)
                return new Timeline(segments, start + end, phase.AfterEnd == Curves.AfterEnd.Hold ? null : new EndRule(phase.AfterEnd, start, end, phase.Length));
            start += phase.Length;
        }

        throw new ArgumentException("A timeline needs a phase.", nameof(phases));
    }

    private static Scalar EndValue(Phase phase, Scalar local) =>
        phase.Shape is EaseShape { Progress: var progress } ease && local == progress.Length && progress.Shift.IsZero
            ? ease.To
            : phase.Shape.At(local);
}
