using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − x) ÷ (1 − x / 2), x = u / steps.</summary>
internal sealed class RexDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        return new Phase
        {
            Shape = new RexShape(rate, arguments.Floor(rate), new Progress(Scalar.Zero, end)),
            Length = steps,
            EndTime = end,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }
}
