using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 + cos(π · u / steps)) / 2.</summary>
internal sealed class CosineDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        return new Phase
        {
            Shape = new HalfWaveShape(rate, arguments.Floor(rate), new Progress(Scalar.Zero, end)),
            Length = steps,
            EndTime = end,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }
}
