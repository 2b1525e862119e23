using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · ((1 + cos(π · HalfWaves · (u / steps)^TimePower)) / 2)^Exponent, with one of the three at a time.</summary>
internal sealed class CosineDecay : ScheduleFamily
{
    private static readonly string[] s_variants = ["Exponent", "HalfWaves", "TimePower"];

    public override Phase Lower(ArgumentReader arguments)
    {
        string[] given = [.. s_variants.Where(arguments.IsGiven)];
        if (given.Length > 1)
            arguments.Conflict(given[1], "'" + given[0] + "' and '" + given[1] + "' are variants of the cosine that do not go together; keep one");
        if (arguments.IsGiven("HalfWaves"))
            return Waves(arguments);
        var exponent = arguments.IsGiven("Exponent") ? arguments.Power("Exponent") : Scalar.One;
        var timePower = arguments.IsGiven("TimePower") ? arguments.Power("TimePower") : Scalar.One;
        return Decays.ToFloor(arguments, (rate, floor, progress) =>
            exponent.Constant != Rational.One ? new WavePowerShape(rate, floor, progress, exponent)
            : timePower.Constant != Rational.One ? new KDecayShape(rate, floor, progress, timePower, Power: null)
            : new HalfWaveShape(rate, floor, progress));
    }

    /// <summary>Half waves down and up again, the last of which may be cut off by the end.</summary>
    private static Phase Waves(ArgumentReader arguments)
    {
        var count = HalfWaves.Count(arguments, "HalfWaves");
        var rate = arguments.Rate("rate");
        var floor = arguments.Floor(rate);
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        var afterEnd = arguments.AfterEnd(steps, end);
        if (afterEnd == AfterEnd.Oscillate && !count.IsInteger)
            arguments.Conflict("AfterEnd", "AfterEnd.Oscillate turns back at the end, which is the wave going on only for a whole number of half waves");
        return HalfWaves.Phase(count, end, (down, _, progress) => new HalfWaveShape(down ? rate : floor, down ? floor : rate, progress)) with
        {
            Length = steps,
            EndTime = end,
            EndValue = count.IsInteger ? count.Ceiling() % 2 == 0 ? rate : floor : floor + (rate - floor) * (Scalar)HalfWaves.EndHeight(count),
            AfterEnd = afterEnd,
        };
    }
}
