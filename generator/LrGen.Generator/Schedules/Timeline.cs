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
internal sealed record Timeline(IReadOnlyList<Segment> Segments, Scalar? Length, EndRule? AfterEnd)
{
    /// <summary>The value at step 0.</summary>
    public Scalar First => Segments[0].Shape.At(Scalar.Zero - Segments[0].Origin);

    /// <summary>All of it later.</summary>
    public Timeline Delay(Scalar by) => new(
        [.. Segments.Select(s => s with { End = s.End is null ? null : s.End + by, Origin = s.Origin + by })],
        Length is null ? null : Length + by,
        AfterEnd is null ? null : AfterEnd with { Start = AfterEnd.Start + by });

    public static Timeline Of(IReadOnlyList<Phase> phases)
    {
        var segments = new List<Segment>();
        Scalar start = Scalar.Zero;
        for (int i = 0; i < phases.Count; i++)
        {
            var phase = phases[i];
            bool isLast = i == phases.Count - 1;
            if (!phase.Begin.IsZero)
                segments.Add(new Segment(start + phase.Begin, start, new HoldShape(phase.Shape.Start)));
            var origin = start + phase.Begin;
            if (phase.Length is null)
            {
                segments.Add(new Segment(null, origin, phase.Shape));
                return new Timeline(segments, null, null);
            }

            var end = phase.EndTime ?? phase.Length;
            segments.Add(new Segment(start + end, origin, phase.Shape));
            if (isLast || end != phase.Length)
                segments.Add(new Segment(isLast ? null : start + phase.Length, start, new HoldShape(EndValue(phase, end))));
            if (isLast)
                return new Timeline(segments, start + end, phase.AfterEnd == Curves.AfterEnd.Hold ? null : new EndRule(phase.AfterEnd, start, end, phase.Length));
            start += phase.Length;
        }

        throw new ArgumentException("A timeline needs a phase.", nameof(phases));
    }

    /// <summary>The shape's own value there; before its begin the first value.</summary>
    private static Scalar EndValue(Phase phase, Scalar end)
    {
        var local = end - phase.Begin;
        if (phase.Shape is EaseShape { Progress: var progress } ease && local == progress.Length && progress.Shift.IsZero)
            return ease.To;
        return local.Constant is { Sign: < 0 } ? phase.Shape.Start : phase.Shape.At(local);
    }
}
