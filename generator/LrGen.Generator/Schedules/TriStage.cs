using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate · InitialRatio → rate, rate, rate · FinalRatio^(u / decaySteps).</summary>
internal sealed class TriStage : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var fall = arguments.Length("decaySteps");
        Scalar last = arguments.FixedRatio("FinalRatio", r => r is > 0 and <= 1, "above 0 and at most 1", Rational.FromDouble(0.01));
        Scalar first = arguments.FixedRatio("InitialRatio", r => r >= 0, "0 or above", Rational.FromDouble(0.01));
        return Trapezoid.Phase(
            first * rate, rate, last * rate, arguments.Length("warmupSteps"), arguments.Length("holdSteps"), fall,
            new GeometricShape(rate, last, new Progress(Scalar.Zero, fall)));
    }
}
