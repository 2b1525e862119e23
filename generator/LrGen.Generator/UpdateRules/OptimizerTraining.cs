using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.UpdateRules;

/// <summary>
/// What an update rule says of the training of its class. No source is nearer: it holds whatever a [Training] around the class says, and one
/// on the class itself must not contradict it.
/// </summary>
internal static class OptimizerTraining
{
    private const string AccumulationSteps = nameof(AccumulationSteps), GradientAccumulation = nameof(GradientAccumulation);

    /// <summary>The properties of [Training] that the attributes of rules have, too, and what they are called there.</summary>
    private static readonly (string Training, string Rule)[] s_same =
        [("Momentum", "Momentum"), ("GradientClip", "ClipNorm"), (GradientAccumulation, AccumulationSteps)];

    /// <summary>What the analyzers judge a rate by: the kind of the rule, with its momentum.</summary>
    public static OptimizerKind KindOf(UpdateRule rule, bool isNesterov) =>
        rule.Kind == OptimizerKind.Sgd && isNesterov ? OptimizerKind.Nesterov : rule.Kind;

    /// <summary>The training with the micro-batches of an update that the rule sums up, by which lengths in epochs are converted.</summary>
    public static AttributeModel With(IReadOnlyList<AttributeModel> attributes, AttributeModel training)
    {
        var rule = attributes.FirstOrDefault(a => Families.Rule(a.Name) is not null);
        // Another number is an error of its own.
        if (rule?.Arguments.FirstOrDefault(a => a.Name == AccumulationSteps) is not { Source: ArgumentSource.Given, Value: >= 1 } given
            || !Math.Floor(given.Value).Equals(given.Value))
            return training;
        var others = training.Arguments.Where(a => a.Name != GradientAccumulation);
        return training with { Arguments = others.Append(given with { Name = GradientAccumulation }).ToEquatableArray() };
    }

    /// <summary>Reports what the update rule and [Training] on the same class say differently.</summary>
    public static void Check(INamedTypeSymbol type, List<AttributeData> attributes, List<ScheduleError> errors)
    {
        int index = attributes.FindIndex(a => RuleOf(a) is not null);
        if (TrainingAttributes.On(type).FirstOrDefault() is not { } training)
            return;
        var attribute = attributes[index];
        var rule = RuleOf(attribute)!;
        var kind = KindOf(rule, Named(attribute, "Nesterov") is true);
        if (Named(training, "Optimizer") is int said and not (int)OptimizerKind.Unspecified && said != (int)kind && said != (int)rule.Kind
            && Enum.IsDefined(typeof(OptimizerKind), said))
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, index,
                "[Training] says Optimizer = OptimizerKind." + (OptimizerKind)said + ", and [" + rule.Name + "] is another; leave it out of [Training]"));
        }

        foreach (var (ofTraining, ofRule) in s_same)
        {
            if (Named(training, ofTraining) is double there && Named(attribute, ofRule) is double here && !there.Equals(here))
            {
                errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, index, ofRule,
                    "[Training] says " + ofTraining + " = " + NumberText.Shortest(there) + ", and [" + rule.Name + "] " + ofRule + " = "
                        + NumberText.Shortest(here) + "; leave it out of [Training]"));
            }
        }
    }

    /// <summary>Reports a training that counts something else than what optimizers count.</summary>
    public static void CheckCounts(AttributeModel rule, TrainingContext training, List<ScheduleError> errors)
    {
        if (training.Counts == Unit.Steps)
            return;
        errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, rule.Index,
            "[" + rule.Name + "] counts its updates, and [Training] says Counts = Unit." + training.Counts
                + "; say Counts = Unit.Steps here, and give lengths in other units theirs: Unit = Unit." + training.Counts));
    }

    private static UpdateRule? RuleOf(AttributeData attribute) => AttributeNames.ShortName(attribute.AttributeClass) is { } name ? Families.Rule(name) : null;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(n => n.Key == name).Value is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } constant ? constant.Value : null;
}
