using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>schedule(t − steps), and its first rate before.</summary>
internal sealed class Delay : ScheduleModifier
{
    public override int Order => 4;

    public override Scalar AddedLength(ArgumentReader arguments) => arguments.Steps("steps");

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var steps = arguments.Steps("steps");
        if (steps.Constant is { Sign: < 0 })
        {
            if (timeline.Folds)
            {
                arguments.Conflict("steps", "a schedule that repeats or oscillates cannot begin inside; give a number above 0");
                return timeline;
            }

            var begun = timeline.Flatten().Delay(steps);
            return begun with
            {
                // What began so long ago that it is over has its end value from the start.
                Length = begun.Length is { } length ? Scalar.Max(length, Scalar.Zero) : null,
                Beginnings = [0],
                Segments = [.. begun.Segments.Where(s => s.End is null || !(s.End.Constant <= Numerics.Rational.Zero))],
                AfterEnd = timeline.AfterEnd is { } rule ? rule with { Start = rule.Start + steps } : null,
            };
        }

        if (steps.Constant is null)
            arguments.Check(steps, CheckKind.NotNegative, "steps");
        return timeline.Delay(steps).Open([new Segment(steps, Scalar.Zero, new HoldShape(timeline.First))]);
    }
}
