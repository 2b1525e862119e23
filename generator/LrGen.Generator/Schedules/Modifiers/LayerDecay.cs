using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate · factor^(layers − 1 − layer).</summary>
internal sealed class LayerDecay : ScheduleModifier
{
    private const int MostLayers = 256;

    public override int Order => 8;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var factor = arguments.FixedRatio("factor", f => f > 0, "above 0", Rational.One);
        if (factor >= Rational.One && !arguments.IsUnknown("factor"))
            arguments.Report(Declarations.ScheduleProblem.FactorDoesNotDecay, "factor");
        int layers = (int)arguments.Fixed("layers", n => n is >= 2 and <= MostLayers && Math.Floor(n).Equals(n), "a whole number from 2 to 256", 2).Numerator;
        return timeline.Multiply(
            arguments.Index("Layer"), [.. Enumerable.Range(0, layers).Select(i => Real.Pow(factor, layers - 1 - i, Real.Precise))], "LayerDecay", "layer");
    }
}
