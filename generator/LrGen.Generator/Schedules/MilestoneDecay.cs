using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · factor^(number of milestones at or before u).</summary>
internal sealed class MilestoneDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var factor = arguments.Factor("factor");
        var milestones = arguments.Milestones("milestones", mayRepeat: true);
        if (milestones.Count == 0 && !arguments.IsUnknown("milestones"))
            arguments.ReportMissing("milestones", "[MilestoneDecay] has no milestones; add the steps at which the rate decays");
        var floor = arguments.Floor(rate);
        var levels = new List<Scalar> { rate };
        foreach (var _ in milestones)
            levels.Add(levels[levels.Count - 1] * factor);
        return Levels.Phase(arguments, levels.ConvertAll(l => Floored(l, floor)), milestones);
    }

    private static Shape Floored(Scalar level, Scalar floor) => level.Constant is { } value && floor.Constant is { } low
        ? new HoldShape(value < low ? low : GeometricShape.Flush(value))
        : floor.IsZero ? new HoldShape(level) : new FlooredShape(new HoldShape(level), floor);
}
