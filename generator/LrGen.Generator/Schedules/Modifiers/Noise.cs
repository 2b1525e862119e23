using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>rate · (1 + n(t)).</summary>
internal sealed class Noise : ScheduleModifier
{
    private enum NoiseKind
    {
        Uniform,
        Normal,
    }

    private const double LargestSeed = 9007199254740992;

    public override int Order => 9;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        bool isNormal = arguments.Option<NoiseKind>("Kind") == NoiseKind.Normal;
        double most = isNormal ? 0.25 : 1;
        var amount = arguments.FixedRatio("amount", a => a > 0 && a <= most, isNormal ? "above 0 and at most 0.25, a quarter of four deviations" : "above 0 and at most 1", Numerics.Rational.Half);
        var seed = arguments.Fixed("Seed", s => Math.Abs(s) < LargestSeed && Math.Floor(s).Equals(s), "a whole number below 2^53", Numerics.Rational.Zero);
        var begin = arguments.StepsOrZero("Begin");
        var steps = arguments.OptionalLength("Steps");
        return timeline with { Noise = new NoiseRule(amount.ToDouble(), isNormal, (long)seed.Numerator, begin, steps is null ? null : begin + steps) };
    }
}
