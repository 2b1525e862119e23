using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate ÷ √(1 + u / timescale).</summary>
internal sealed class InverseSquareRoot : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        return Decays.Endless(arguments, rate, new InversePowerShape(rate, Rational.Half, arguments.Period("timescale")));
    }
}
