using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate ÷ (1 + decayRate · u / every), smoothly or in levels.</summary>
internal sealed class InverseTimeDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var decayRate = arguments.Factor("decayRate", mayGrow: true);
        var every = arguments.Period("every");
        return Decays.Endless(arguments, rate, arguments.Flag("Staircase")
            ? new StepwiseShape(new InversePowerShape(rate, Scalar.One, Scalar.One / decayRate), every)
            : new InversePowerShape(rate, Scalar.One, every / decayRate));
    }
}
