using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Declarations combined value by value.</summary>
internal abstract class CombinationFamily(Combination kind) : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var steps = arguments.OptionalLength("Steps");
        var timelines = arguments.Timelines();
        if (timelines.Count < 2)
        {
            arguments.ReportMissing("schedules", "[" + Name + "] combines at least two declarations; name them with nameof");
            return Nothing(steps);
        }

        if (timelines.Count > CurveSize.MostOfOneValue)
        {
            arguments.ReportTooLarge("[" + Name + "] combines " + NumberText.Integer(timelines.Count) + " declarations");
            return Nothing(steps);
        }

        for (int i = 0; i < timelines.Count; i++)
        {
            if (timelines[i] is not { } timeline)
                return Nothing(steps);
            string? reason = timeline.AfterEnd is { Kind: AfterEnd.Throw } ? "throws after its end, where a combination needs a value; remove its AfterEnd.Throw"
                : timeline.Noise is not null ? "has [Noise], which only a declaration of its own can have; put it here instead"
                : timeline.Gains.Count > 0 ? "has multipliers for groups, which only a declaration of its own can have; put them here instead"
                : null;
            if (reason is not null)
            {
                arguments.Conflict("schedules[" + NumberText.Integer(i) + "]", "'" + arguments.Attribute.References[i].Name + "' " + reason);
                return Nothing(steps);
            }
        }

        return Phase.Of(Finish(Timeline.Merge(kind, [.. timelines.Select(t => t!)]), timelines.Count), steps);
    }

    /// <summary>What is done to the combined values.</summary>
    protected virtual Timeline Finish(Timeline combined, int count) => combined;

    private static Phase Nothing(Scalar? steps) => new() { Shape = new HoldShape(Scalar.One), Length = steps ?? Scalar.One };
}

/// <summary>first · second · ….</summary>
internal sealed class Product() : CombinationFamily(Combination.Product);

/// <summary>first + second + ….</summary>
internal sealed class Sum() : CombinationFamily(Combination.Sum);

/// <summary>The highest.</summary>
internal sealed class Max() : CombinationFamily(Combination.Max);

/// <summary>The lowest.</summary>
internal sealed class Min() : CombinationFamily(Combination.Min);

/// <summary>The mean.</summary>
internal sealed class Average() : CombinationFamily(Combination.Sum)
{
    protected override Timeline Finish(Timeline combined, int count) => combined.Scale((Scalar)new Rational(1, count));
}
