using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>A fall over the last steps.</summary>
internal sealed class Cooldown : ScheduleModifier
{
    public override int Order => 5;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var steps = arguments.Length("steps");
        var join = arguments.Option<Join>("Join");
        if (join is Join.Overlap or Join.OverlapToFirst)
            arguments.Conflict("Join", "a cooldown meets its schedule with Join.After or Join.Multiply");
        if ((timeline.Length ?? arguments.Training.Total) is not { } end || timeline.AfterEnd is not null)
        {
            arguments.Conflict("steps", timeline.AfterEnd is null
                ? "where the schedule ends is not known; give it a length, or [Training] Steps"
                : "a schedule that goes on after its end has no last steps; remove its 'AfterEnd', or give it 'Steps' in a [Use]");
            return timeline;
        }

        var start = end - steps;
        if (start.Constant is { Sign: < 0 })
        {
            if (!arguments.IsUnknown("steps"))
                arguments.Conflict("steps", "the cooldown is longer than the schedule of " + Text.Bare(end) + " steps; give fewer");
            return timeline;
        }

        if (start.Constant is null)
            arguments.Check(start, CheckKind.NotNegative, "steps");
        bool multiplies = join == Join.Multiply;
        if (!multiplies && start.Constant is null && timeline.Segments.Count > 2)
        {
            arguments.Conflict("steps", "where the cooldown begins among several phases has to be known at compile time; write the lengths in the attributes, or use Join.Multiply");
            return timeline;
        }

        var from = multiplies ? Scalar.One : Timeline.ValueAt(timeline, start);
        if (multiplies && arguments.IsGiven("To"))
            arguments.Conflict("To", "with Join.Multiply the end is a share; give 'ToRatio'");
        var to = arguments.AbsoluteOrRatio("To", "ToRatio", from);
        if (arguments.IsGiven("To") && to.Constant > from.Constant && !arguments.IsUnknown("To"))
            arguments.Conflict("To", "the cooldown would go up; 'To' has to be at most the rate that it starts from, " + Text.Bare(from));
        var down = CooldownShapes.Read(arguments, "Shape", arguments.IsGiven("ToRatio") ? "ToRatio" : "To", from, to, steps);
        if (!multiplies)
            return timeline.Until(start, [new Segment(end, start, down), new Segment(null, end, new HoldShape(to))], end);
        var fall = new Timeline([new Segment(start, Scalar.Zero, new HoldShape(from)), new Segment(end, start, down), new Segment(null, end, new HoldShape(to))], end, null);
        return Timeline.Merge(Combination.Product, timeline, fall) with { Length = end };
    }
}
