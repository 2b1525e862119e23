using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>from · (to / from)^(u / steps), or the straight line between the two.</summary>
internal sealed class RangeTest : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var from = arguments.Rate("from");
        var to = arguments.Rate("to");
        arguments.RequireAbove("to", to, "from", from, "a range test goes up");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        var progress = new Progress(Scalar.Zero, end);
        return new Phase
        {
            Shape = arguments.Flag("Linear") ? new LineShape(from, to, progress) : new GeometricShape(from, to / from, progress),
            Length = steps,
            EndTime = end,
            EndValue = to,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }
}
