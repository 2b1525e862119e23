using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>min(max(rate, low), high).</summary>
internal sealed class Clamp : ScheduleModifier
{
    public override int Order => 6;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        bool hasLow = arguments.IsGiven("low"), hasHigh = arguments.IsGiven("high");
        if (!hasLow && !hasHigh)
            arguments.ReportMissing("low", "[Clamp] has no bound; give 'low' or 'high'");
        var low = hasLow ? arguments.RateOrZero("low") : Scalar.Zero;
        var high = hasHigh ? arguments.Rate("high") : null;
        if (high?.Constant < low.Constant && !arguments.IsUnknown("low") && !arguments.IsUnknown("high"))
        {
            arguments.Report(ScheduleProblem.FloorAboveRate, "low", NumberText.Friendly(low.Constant!.Value), NumberText.Friendly(high!.Constant!.Value));
            return timeline;
        }

        // What comes again is clamped inside, so that the way back stays as it is.
        return timeline.Map(s => CombinedShape.Of(
            Combination.Max, high is null ? s : CombinedShape.Of(Combination.Min, s, new HoldShape(high)), new HoldShape(low)));
    }
}
