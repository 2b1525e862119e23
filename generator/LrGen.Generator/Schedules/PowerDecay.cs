using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · (1 + u / timescale)^(−power).</summary>
internal sealed class PowerDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        return Decays.Endless(arguments, rate, new InversePowerShape(rate, arguments.Power("power"), arguments.Period("timescale")));
    }
}
