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

    /// <summary>A whole schedule as a phase, instead of lead, shape and end value.</summary>
    public Timeline? Whole { get; init; }

    /// <summary>A schedule as a phase, as it is or cut at a length.</summary>
    public static Phase Of(Timeline timeline, Scalar? length)
    {
        bool isCut = length is not null && length != timeline.Length;
        var whole = isCut && timeline.Folds ? timeline.Flatten() : timeline;
        return new Phase
        {
            Shape = new HoldShape(Scalar.One),
            Whole = isCut ? whole with { Length = length } : whole,
            Length = length ?? (timeline.Folds ? null : timeline.Length),
            AfterEnd = timeline.AfterEnd?.Kind == AfterEnd.Throw ? AfterEnd.Throw : AfterEnd.Hold,
            IsCut = isCut,
        };
    }

    /// <summary>Whether the schedule goes on where the phase ends.</summary>
    public bool IsCut { get; init; }

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

    /// <summary>How many of the stretches have lengths of their own, any of which may be 0 at run time.</summary>
    public int Stages { get; init; } = 1;

    /// <summary>The length; null for a phase that never ends.</summary>
    public Scalar? Length { get; init; }

    /// <summary>The local time of the end value: the length, or one step less.</summary>
    public Scalar? EndTime { get; init; }

    /// <summary>The end value, where it is not what the shape ends at.</summary>
    public Scalar? EndValue { get; init; }

    /// <summary>The rates between which a cycle is declared to move, whether a step has them or not; null for other schedules.</summary>
    public (Scalar Low, Scalar High)? Swing { get; init; }

    /// <summary>What happens after the end.</summary>
    public AfterEnd AfterEnd { get; init; }

    /// <summary>Whether it is no phase of its target at all, which is an error of its own.</summary>
    public bool IsMisplaced { get; init; }

    /// <summary>Whether the length is that of a cycle, which comes again for ever.</summary>
    public bool IsEndless { get; init; }

    /// <summary>What a user does about a phase that has no end but is followed by another.</summary>
    public string WayToEnd { get; init; } = "give 'Steps'";
}
