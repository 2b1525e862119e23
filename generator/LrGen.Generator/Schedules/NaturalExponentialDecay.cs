using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · e^(−decayRate · u / every).</summary>
internal sealed class NaturalExponentialDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var exponent = Scalar.Zero - arguments.Factor("decayRate", mayGrow: true);
        return Decays.Endless(arguments, rate, new ExponentShape(rate, exponent, new Progress(Scalar.Zero, arguments.Period("every"))));
    }
}
