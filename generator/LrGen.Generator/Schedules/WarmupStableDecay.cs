using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>A rise, a level, and a fall of one of several shapes.</summary>
internal sealed class WarmupStableDecay : ScheduleFamily
{
    private enum CooldownShape
    {
        Linear,
        Cosine,
        OneMinusSqrt,
        Exponential,
    }

    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var fall = arguments.Length("decaySteps");
        var floor = arguments.Floor(rate);
        var cooldown = arguments.Option<CooldownShape>("Cooldown");
        if (cooldown == CooldownShape.Exponential && floor.IsZero)
        {
            if (!arguments.IsUnknown("Floor") && !arguments.IsUnknown("FloorRatio"))
                arguments.Conflict("Cooldown", "CooldownShape.Exponential needs a floor above 0, since equal ratios never reach 0; give 'Floor' or 'FloorRatio'");
            cooldown = CooldownShape.Linear;
        }
        else if (cooldown == CooldownShape.Exponential && floor.Constant is null)
        {
            arguments.Check(floor, CheckKind.Positive, arguments.IsGiven("FloorRatio") ? "FloorRatio" : "Floor");
        }

        var progress = new Progress(Scalar.Zero, fall);
        Shape down = cooldown switch
        {
            CooldownShape.Cosine => new HalfWaveShape(rate, floor, progress),
            CooldownShape.OneMinusSqrt => new SquareRootShape(rate, floor, progress),
            CooldownShape.Exponential => new GeometricShape(rate, floor / rate, progress),
            _ => new LineShape(rate, floor, progress),
        };
        return Trapezoid.Phase(
            arguments.RateOrZero("From"), rate, floor, arguments.Length("warmupSteps"), arguments.Length("stableSteps"), fall, down);
    }
}
