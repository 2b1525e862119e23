using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.Numerics;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Schedules;

/// <summary>What a declaration comes to.</summary>
/// <param name="Curve">The curve; null where there are errors, and where metrics alone drive the rate.</param>
/// <param name="Checks">What the generated code has to check at run time.</param>
/// <param name="Errors">What is wrong with the arguments.</param>
internal sealed record LoweringResult(Curve? Curve, IReadOnlyList<RuntimeCheck> Checks, IReadOnlyList<ScheduleError> Errors)
{
    /// <summary>What metrics do; null where no metric attribute stands, and where there are errors.</summary>
    public MetricMachine? Machine { get; init; }

    /// <summary>What an optimizer does with gradients; null where no update rule stands, and where there are errors.</summary>
    public UpdateProgram? Optimizer { get; init; }

    /// <summary>The quantity of the curve.</summary>
    public Quantity First { get; init; }

    /// <summary>The curves of the other quantities that a struct schedules.</summary>
    public IReadOnlyList<(Quantity Quantity, Curve Curve)> Others { get; init; } = [];

    /// <summary>What a declaration comes to on which LrGen failed.</summary>
    public static LoweringResult Failed(string what) => new(null, [], [InternalFailure.Error(what)]);
}

/// <summary>Turns the attributes of a target into one curve, or into one for each quantity of a struct.</summary>
internal static class ScheduleLowering
{
    public static LoweringResult Lower(ScheduleDeclaration declaration)
    {
        var errors = new List<ScheduleError>();
        if (!declaration.Compiles || declaration.Attributes.Count == 0)
            return new LoweringResult(null, [], errors);
        return InternalFailure.Contain(
            () => Lower(declaration, errors),
            // What fails over a mistake of the user's is not worth a report: the mistake is one.
            what => declaration.HasErrors || errors.Any(e => !e.IsWarning) ? new LoweringResult(null, [], errors) : LoweringResult.Failed(what));
    }

    private static LoweringResult Lower(ScheduleDeclaration declaration, List<ScheduleError> errors)
    {
        var checks = new List<RuntimeCheck>();
        var training = new TrainingContext(declaration.Training, checks);
        if (training.Wrong is { } wrong)
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, 0, wrong));
        var driven = MetricTarget.Of(declaration);
        var machine = driven is null ? null : MetricLowering.Lower(declaration, driven, training, errors);
        if (driven is { IsAlone: true })
            return new LoweringResult(null, checks, errors) { Machine = !declaration.HasErrors && errors.All(e => e.IsWarning) ? machine : null };
        var scheduled = declaration.Attributes.Where(a => Families.Metric(a.Name) is null && Families.Rule(a.Name) is null).ToEquatableArray();
        var quantities = scheduled.GroupBy(ArgumentReader.QuantityOf).ToDictionary(g => g.Key, g => g.ToEquatableArray());
        if (declaration.Method is not null)
        {
            // Modifiers are for the one quantity that a method has, whether they say so or not.
            var schedules = scheduled.Where(a => Families.Schedule(a.Name) is not null).GroupBy(ArgumentReader.QuantityOf).OrderBy(g => g.Key).ToList();
            if (schedules.Count > 1)
            {
                errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, schedules[1].First().Index,
                    "a method has one quantity, and these are for " + schedules[0].Key + " and " + schedules[1].Key + "; give each a method, or use a struct"));
            }

            quantities = new Dictionary<Quantity, EquatableArray<AttributeModel>>
            {
                [schedules.FirstOrDefault()?.Key ?? Quantity.LearningRate] = schedules.Count > 1 ? schedules[0].ToEquatableArray() : scheduled,
            };
        }

        var optimizer = declaration.IsClass ? UpdateLowering.Lower(declaration, quantities.Keys, training, checks, errors) : null;
        var curves = new List<(Quantity Quantity, Curve Curve)>();
        bool isSound = !declaration.HasErrors;
        Timeline? rate = null;
        var used = new UsedTimelines(declaration.Used);
        foreach (var group in quantities.OrderBy(q => q.Key))
        {
            // What follows a rate with errors has nothing to follow.
            if (group.Key != Quantity.LearningRate && FollowsRate(group.Value) && (declaration.HasErrors || errors.Any(e => !e.IsWarning)))
            {
                isSound = false;
                continue;
            }

            var scope = new LoweringScope(training, errors, checks) { RateOfTarget = rate, Used = used };
            var timeline = Lower(group.Value, scope);
            isSound &= timeline is not null && !scope.IsBroken;
            if (timeline is not null)
                curves.Add((group.Key, timeline.ToCurve()));
            if (isSound && timeline is not null && errors.All(e => e.IsWarning))
                Growth.Report(curves[curves.Count - 1].Curve, group.Value, training, errors);
            if (group.Key == Quantity.LearningRate)
                rate = timeline;
        }

        if (!isSound || errors.Any(e => !e.IsWarning))
            return new LoweringResult(null, checks, errors);
        var first = curves[0].Curve with { Multiplier = driven?.Value };
        return new LoweringResult(first, checks, errors) { First = curves[0].Quantity, Others = [.. curves.Skip(1)], Machine = machine, Optimizer = optimizer };
    }

    private static bool IsTooLarge(Timeline timeline, AttributeModel last, List<ScheduleError> errors)
    {
        long whole = CurveSize.Of(timeline.Segments), largest = timeline.Segments.Max(s => CurveSize.Of(s.Shape));
        if (whole <= CurveSize.Most && largest <= CurveSize.MostOfOneValue)
            return false;
        errors.Add(ArgumentReader.CurveSizeError(last.Index, largest > CurveSize.MostOfOneValue
            ? "with [" + last.Name + "] a value is made of " + NumberText.Friendly((double)largest) + " formulas"
            : "with [" + last.Name + "] the schedule comes to " + NumberText.Friendly((double)whole) + " formulas"));
        return true;
    }

    private static bool FollowsRate(IEnumerable<AttributeModel> attributes) => attributes.Any(a => a.Name == nameof(Mirror) && a.References.Count == 0);

    /// <summary>The schedule of the attributes for one quantity; null where there is none to speak of.</summary>
    public static Timeline? Lower(EquatableArray<AttributeModel> attributes, LoweringScope scope)
    {
        var errors = scope.Errors;
        var schedules = attributes.Where(a => Families.Schedule(a.Name) is not null).ToList();
        var modifiers = attributes.Where(a => Families.Modifier(a.Name) is not null).OrderBy(a => Families.Modifier(a.Name)!.Order).ToList();

        foreach (var group in modifiers.GroupBy(m => m.Name).Where(g => g.Count() > 1))
            errors.Add(ScheduleError.AtAttribute(
                ScheduleProblem.ConflictingAttributes, group.Last().Index, "[" + group.Key + "] stands twice on one target; keep one"));

        if (schedules.Count == 0 && modifiers.Count == 0)
        {
            // What stands there is for another target, or another part of this one.
            scope.Break();
            return null;
        }

        if (schedules.Count == 0)
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, modifiers[0].Index,
                "[" + modifiers[0].Name + "] stands alone; add the schedule that it "
                    + (modifiers[0].Name == "Warmup" ? "leads to" : "is for") + ", for example [CosineDecay(…)] or [Constant(…)]"));
            return null;
        }

        var phases = PhaseLowering.Lower(schedules, modifiers, scope);
        bool canJoin = true;
        for (int i = 0; i < phases.Count - 1; i++)
        {
            if (phases[i].Length is null || phases[i].IsEndless)
            {
                if (!phases.Skip(i + 1).All(p => p.IsMisplaced))
                {
                    errors.Add(ScheduleError.AtAttribute(
                        ScheduleProblem.PhaseWithoutLength, schedules[i].Index, schedules[i].Name, phases[i].WayToEnd));
                }

                canJoin = false;
            }
            else if (phases[i].AfterEnd != AfterEnd.Hold)
            {
                errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, schedules[i].Index, "AfterEnd",
                    "'AfterEnd' has a meaning only on the last schedule of a target; another phase follows this one"));
            }
        }

        var timeline = Timeline.Of(canJoin ? phases : [phases[phases.Count - 1]]);
        bool hasErrors = errors.Any(e => !e.IsWarning);
        if (IsTooLarge(timeline, schedules[schedules.Count - 1], errors))
            return null;
        foreach (var modifier in modifiers)
        {
            var reader = new ArgumentReader(modifier, scope);
            timeline = Families.Modifier(modifier.Name)!.Apply(reader, timeline);
            reader.ReportUnusedFraction();
        }

        if (modifiers.Count > 0 && IsTooLarge(timeline, schedules[schedules.Count - 1], errors))
            return null;
        if (timeline.AfterEnd is { Kind: AfterEnd.Oscillate, Start.Constant: { IsInteger: false } })
        {
            errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, schedules[schedules.Count - 1].Index, "AfterEnd",
                "AfterEnd.Oscillate needs whole numbers of steps before its schedule, so that the way back falls on whole steps"));
        }

        if (canJoin && !hasErrors && !scope.IsBroken)
            PhaseLowering.ReportUnreachable(schedules, phases, modifiers, scope);
        return timeline;
    }
}
