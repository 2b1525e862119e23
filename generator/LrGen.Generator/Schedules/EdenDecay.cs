using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate · ((1 + u²/batches²) · (1 + e²/Epochs²))^−Power, e = ⌊u / StepsPerEpoch⌋.</summary>
internal sealed class EdenDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var batches = arguments.Period("batches");
        var epochs = arguments.OptionalSize("Epochs");
        var stepsPerEpoch = arguments.OptionalSize("StepsPerEpoch") ?? (epochs is null ? null : arguments.Training.StepsPerEpoch);
        if (epochs is null != stepsPerEpoch is null)
            arguments.Conflict(epochs is null ? "StepsPerEpoch" : "Epochs", "'Epochs' and 'StepsPerEpoch' belong together; give both or neither");
        var power = arguments.IsGiven("Power") ? arguments.Power("Power") : (Rational)new Rational(1, 4);
        return Decays.Endless(arguments, rate, new EdenShape(rate, power, batches, stepsPerEpoch is null ? null : epochs, stepsPerEpoch ?? Scalar.One));
    }
}
