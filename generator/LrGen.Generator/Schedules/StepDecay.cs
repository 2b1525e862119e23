using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · factor^⌊u / every⌋.</summary>
internal sealed class StepDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var every = arguments.Period("every");
        return Decays.Endless(arguments, rate, new StaircaseShape(rate, arguments.Factor("factor"), new Progress(Scalar.Zero, every)));
    }
}
