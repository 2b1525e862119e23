using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) / (1 + e^(steepness · (u − midpoint))).</summary>
internal sealed class SigmoidDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var middle = Scalar.Zero - arguments.Period("midpoint");
        var steepness = arguments.Factor("steepness", mayGrow: true);
        var steps = arguments.OptionalLength("Steps");
        return new Phase
        {
            Shape = new LogisticShape(arguments.Floor(rate), rate, Rational.Zero, steepness, new Progress(middle, Scalar.One)),
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
