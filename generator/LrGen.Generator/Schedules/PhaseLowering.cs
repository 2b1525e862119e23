using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Turns the schedule attributes of a target into phases, one of which may last for the rest of the training.</summary>
internal static class PhaseLowering
{
    public static List<Phase> Lower(List<AttributeModel> schedules, List<AttributeModel> modifiers, LoweringScope scope)
    {
        var phases = new List<Phase>();
        var open = new List<int>();
        var scopes = new List<LoweringScope>();
        for (int i = 0; i < schedules.Count; i++)
        {
            var own = scope.Apart();
            var phase = LowerOne(schedules[i], own);
            // What 'Steps' could end ends with the training.
            bool hasNoLength = phase.Length is null && i < schedules.Count - 1 && scope.Training.Total is not null
                && schedules[i].Arguments.Any(a => a.Name == "Steps");
            if (own.AskedForRest || hasNoLength)
                open.Add(i);
            if (schedules.Count > 1)
                ReportVanishing(schedules[i], own.Errors);
            phases.Add(phase);
            scopes.Add(own);
        }

        if (open.Count > 1)
        {
            scope.Errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnboundArgument, schedules[open[1]].Index,
                "only one phase can last for the rest of the training, and [" + schedules[open[0]].Name + "] has no length, either; give 'steps' or 'Fraction'"));
        }
        else if (open.Count == 1 && Rest(phases, open[0], modifiers, scope) is { } rest)
        {
            int i = open[0];
            scopes[i] = scope.Apart(rest);
            phases[i] = LowerOne(schedules[i], scopes[i]);
            if (rest.Constant is { Sign: <= 0 })
            {
                scopes[i].Errors.Clear();
                scopes[i].Errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, schedules[i].Index,
                    "the other phases take the whole training of " + Text.Bare(scope.Training.Total!) + " steps, and nothing is left for [" + schedules[i].Name + "]"));
            }
            else if (rest.Constant is null)
            {
                new ArgumentReader(schedules[i], scopes[i]).Check(rest, CheckKind.NotNegative, "steps");
            }
        }

        foreach (var own in scopes)
            scope.Take(own);
        return phases;
    }

    /// <summary>Reports phases that no step belongs to: too short to hold one, or hidden by a warm-up over them.</summary>
    public static void ReportUnreachable(List<AttributeModel> schedules, List<Phase> phases, List<AttributeModel> modifiers, LoweringScope scope)
    {
        var hidden = modifiers.Where(m => m.Name == nameof(Warmup)).Select(m => new ArgumentReader(m, scope.Apart()))
            .Where(r => r.Option<Join>("Join") is Join.Overlap or Join.OverlapToFirst).Select(r => r.Length("steps").Constant).FirstOrDefault() ?? Rational.Zero;
        Rational start = Rational.Zero;
        for (int i = 0; i < phases.Count && phases.Count > 1; i++)
        {
            if (phases[i].Length is { Constant: null })
                return;
            if (phases[i].Length?.Constant is not { } length)
                continue;
            var (first, next) = (BigInteger.Max(start.Ceiling(), hidden.Ceiling()), (start + length).Ceiling());
            // The last phase has at least its end value, which holds on.
            if (first >= next && i < phases.Count - 1)
            {
                scope.Errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnreachablePhase, schedules[i].Index, schedules[i].Name,
                    hidden.Ceiling() >= next && hidden > start
                        ? "the warm-up of " + NumberText.Friendly(hidden) + " steps covers all of it; shorten the warm-up, or let it come before with Join.After"
                        : "it would hold from step " + NumberText.Friendly(start) + " to " + NumberText.Friendly(start + length) + ", and no whole step lies there"));
            }

            start += length;
        }
    }

    /// <summary>Says of a phase of length 0 that it is one too many; a schedule that stands alone only lacks its length.</summary>
    private static void ReportVanishing(AttributeModel schedule, List<ScheduleError> errors)
    {
        for (int i = 0; i < errors.Count; i++)
        {
            if (errors[i] is { Problem: ScheduleProblem.LengthNotPositive, Name: "steps" or "Steps" } error && error.Details[1] == "0")
            {
                errors[i] = ScheduleError.AtArgument(ScheduleProblem.PhaseVanishes, schedule.Index, error.Name,
                    "[" + schedule.Name + "] has a length of 0 and never holds; delete the phase");
            }
        }
    }

    private static Phase LowerOne(AttributeModel attribute, LoweringScope scope)
    {
        var reader = new ArgumentReader(attribute, scope);
        var phase = Families.Schedule(attribute.Name)!.Lower(reader);
        reader.ReportUnusedFraction();
        return phase;
    }

    /// <summary>What the other phases and the modifiers leave of the training; null where one of them never ends.</summary>
    private static Scalar? Rest(List<Phase> phases, int open, List<AttributeModel> modifiers, LoweringScope scope)
    {
        Scalar? rest = scope.Training.Total;
        for (int i = 0; i < phases.Count; i++)
        {
            if (i != open)
                rest = phases[i].Length is { } length && rest is not null ? rest - length : null;
        }

        foreach (var modifier in modifiers)
            rest = rest is null ? null : rest - Families.Modifier(modifier.Name)!.AddedLength(new ArgumentReader(modifier, scope.Apart()));
        return rest;
    }
}
