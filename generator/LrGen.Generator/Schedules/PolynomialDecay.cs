using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − u / steps)^power.</summary>
internal sealed class PolynomialDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        return new Phase
        {
            Shape = new PowerShape(rate, arguments.Floor(rate), new Progress(Scalar.Zero, end), arguments.Power("power"), OfRest: true),
            Length = steps,
            EndTime = end,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }
}
