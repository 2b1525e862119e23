using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>A rise, a level, and a fall of one of several shapes.</summary>
internal sealed class WarmupStableDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var fall = arguments.Length("decaySteps");
        var floor = arguments.Floor(rate);
        var down = CooldownShapes.Read(arguments, "Cooldown", arguments.IsGiven("FloorRatio") ? "FloorRatio" : "Floor", rate, floor, fall);
        return Trapezoid.Phase(
            arguments.RateOrZero("From"), rate, floor, arguments.Length("warmupSteps"), arguments.Length("stableSteps"), fall, down);
    }
}
