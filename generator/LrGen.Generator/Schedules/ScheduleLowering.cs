using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Schedules;

/// <summary>What a declaration comes to.</summary>
/// <param name="Curve">The curve; null where there are errors.</param>
/// <param name="Checks">What the generated code has to check at run time.</param>
/// <param name="Errors">What is wrong with the arguments.</param>
internal sealed record LoweringResult(Curve? Curve, IReadOnlyList<RuntimeCheck> Checks, IReadOnlyList<ScheduleError> Errors);

/// <summary>Turns the attributes of a target into one curve.</summary>
internal static class ScheduleLowering
{
    public static LoweringResult Lower(ScheduleDeclaration declaration)
    {
        if (!declaration.Compiles)
            return new LoweringResult(null, [], []);
        var errors = new List<ScheduleError>();
        var checks = new List<RuntimeCheck>();
        var schedules = declaration.Attributes.Where(a => Families.Schedule(a.Name) is not null).ToList();
        var modifiers = declaration.Attributes.Where(a => Families.Modifier(a.Name) is not null).ToList();

        foreach (var group in modifiers.GroupBy(m => m.Name).Where(g => g.Count() > 1))
            errors.Add(ScheduleError.AtAttribute(
                ScheduleProblem.ConflictingAttributes, group.Last().Index, "[" + group.Key + "] stands twice on one target; keep one"));

        var phases = schedules.ConvertAll(a => Families.Schedule(a.Name)!.Lower(new ArgumentReader(a, errors, checks)));
        for (int i = 0; i < phases.Count - 1; i++)
        {
            if (phases[i].Length is null || phases[i].IsEndless)
            {
                errors.Add(ScheduleError.AtAttribute(
                    ScheduleProblem.PhaseWithoutLength, schedules[i].Index, schedules[i].Name, phases[i].WayToEnd));
            }
            else if (phases[i].AfterEnd != AfterEnd.Hold)
            {
                errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, schedules[i].Index, "AfterEnd",
                    "'AfterEnd' has a meaning only on the last schedule of a target; another phase follows this one"));
            }
        }

        if (schedules.Count == 0)
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, modifiers[0].Index,
                "[" + modifiers[0].Name + "] stands alone; add the schedule that it leads to, for example [CosineDecay(…)] or [Constant(…)]"));
            return new LoweringResult(null, checks, errors);
        }

        bool canJoin = !errors.Any(e => e.Problem == ScheduleProblem.PhaseWithoutLength);
        var timeline = Timeline.Of(canJoin ? phases : [phases[phases.Count - 1]]);
        foreach (var modifier in modifiers)
            timeline = Families.Modifier(modifier.Name)!.Apply(new ArgumentReader(modifier, errors, checks), timeline);

        if (timeline.AfterEnd is { Kind: AfterEnd.Oscillate, Start.Constant: { IsInteger: false } })
        {
            errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, schedules[schedules.Count - 1].Index, "AfterEnd",
                "AfterEnd.Oscillate needs whole numbers of steps before its schedule, so that the way back falls on whole steps"));
        }

        bool isSound = !declaration.HasErrors && errors.All(e => e.IsWarning);
        return new LoweringResult(isSound ? timeline.ToCurve() : null, checks, errors);
    }
}
