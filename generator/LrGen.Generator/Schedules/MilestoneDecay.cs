using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

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
        if (factor.Constant is null && milestones.Count > MostFactorsOfRunTime)
        {
            arguments.ReportTooLarge("[MilestoneDecay] multiplies a factor of run time for each of " + NumberText.Integer(milestones.Count)
                + " milestones, of which there can be " + NumberText.Integer(MostFactorsOfRunTime));
            return new Phase { Shape = new HoldShape(Scalar.One), Length = Scalar.One };
        }

        var share = Scalar.One;
        foreach (var _ in milestones)
        {
            share *= factor;
            // The digits of a power grow with it; those that no double sees are dropped.
            if (share.Constant is { } known)
                share = known.Shortened(Real.Precise);
            levels.Add(Level(levels[levels.Count - 1], rate, factor, share));
        }

        return Levels.Phase(arguments, levels.ConvertAll(l => Floored(l, floor)), milestones);
    }

    private const int MostFactorsOfRunTime = 64;

    /// <summary>A level from the one before it, or from the first where only that is known at run time.</summary>
    private static Scalar Level(Scalar before, Scalar rate, Scalar factor, Scalar share) => (rate.Constant, factor.Constant) switch
    {
        ({ }, { }) => (before * factor).Constant!.Value.Shortened(Real.Precise),
        (null, { }) => rate * share,
        _ => before * factor,
    };

    private static Shape Floored(Scalar level, Scalar floor) => level.Constant is { } value && floor.Constant is { } low
        ? new HoldShape(value < low ? low : GeometricShape.Flush(value))
        : floor.IsZero ? new HoldShape(level) : new FlooredShape(new HoldShape(level), floor);
}
