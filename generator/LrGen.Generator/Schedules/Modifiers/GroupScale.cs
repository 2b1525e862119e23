using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate · scales[group].</summary>
internal sealed class GroupScale : ScheduleModifier
{
    private const int MostGroups = 256;

    public override int Order => 7;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var scales = arguments.Values("scales");
        if (scales.Count > MostGroups || scales.Count == 0 && arguments.IsGiven("scales"))
            arguments.ReportMissing("scales", "[GroupScale] needs the multiplier of each group, from 1 to " + MostGroups + " of them");
        foreach (double scale in scales.Where(s => !(s >= 0 && s <= double.MaxValue)))
            arguments.ReportValue(ScheduleProblem.RateNotPositive, "scales", scale);
        if (scales.Count > 0 && scales.All(s => s.Equals(0)))
            arguments.ReportValue(ScheduleProblem.RateNotPositive, "scales", 0);
        return arguments.IsUnknown("scales") || scales.Count is 0 or > MostGroups
            ? timeline
            : timeline.Multiply(arguments.Index("Group"), [.. scales.Select(Rational.FromDouble)], "GroupScale", "group");
    }
}
