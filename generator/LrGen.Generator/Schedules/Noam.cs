using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Factor ÷ √modelSize · min(u ÷ w^1.5, 1 ÷ √u).</summary>
internal sealed class Noam : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var size = arguments.Size("modelSize");
        var warmup = arguments.Length("warmupSteps");
        var peak = Scalar.Sqrt(Scalar.One / (size * warmup)) * (arguments.IsGiven("Factor") ? arguments.Factor("Factor", mayGrow: true) : Scalar.One);
        return new Phase
        {
            Lead = [new Segment(warmup, Scalar.Zero, new LineShape(Scalar.Zero, peak, new Progress(Scalar.Zero, warmup)))],
            Shape = new InversePowerShape(peak, Rational.Half, warmup),
            Origin = warmup,
            WayToEnd = "put it last",
        };
    }
}
