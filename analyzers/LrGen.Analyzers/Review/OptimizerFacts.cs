using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using LrGen.Generator.UpdateRules;

namespace LrGen.Analyzers.Review;

/// <summary>What the update rule of a class tells of the training: it is the optimizer itself, so that it holds before all other sources.</summary>
internal static class OptimizerFacts
{
    /// <summary>The facts as [Training] would say them; none for a target without an update rule, and for one with errors.</summary>
    public static IEnumerable<ArgumentModel> Of(ScheduleDeclaration declaration, LoweringResult lowered)
    {
        if (lowered.Optimizer is not { } update || RuleOf(declaration) is not { } rule)
            yield break;
        bool isNesterov = rule.Arguments.Any(a => a is { Name: "Nesterov", Source: ArgumentSource.Given, Value: 1 });
        yield return Given("Optimizer", (double)OptimizerTraining.KindOf(Families.Rule(rule.Name)!, isNesterov));
        // An optimizer has one counter, of its updates.
        yield return Given("Counts", (double)Unit.Steps);
        if (update.Hyperparameters.FirstOrDefault(h => h.Name == "momentum") is { } momentum)
        {
            if (Highest(momentum, lowered) is { } value)
                yield return Given("Momentum", value);
        }

        var clip = update.Gradients.ClipNorm.IsZero ? update.Gradients.ClipValue : update.Gradients.ClipNorm;
        // Rules ask whether gradients are clipped; at what can be left to run time.
        if (!clip.IsZero)
            yield return Given("GradientClip", clip.Constant?.ToDouble() ?? 1);
    }

    /// <summary>The attribute of the update rule; null where there is none.</summary>
    public static AttributeModel? RuleOf(ScheduleDeclaration declaration) => declaration.Attributes.FirstOrDefault(a => Families.Rule(a.Name) is not null);

    /// <summary>The value of a hyperparameter, or the highest of its schedule; null where only run time knows it.</summary>
    public static double? Highest(Hyperparameter hyperparameter, LoweringResult lowered) => hyperparameter.Schedule is not { } quantity
        ? hyperparameter.Known
        : Curve(lowered, quantity) is { } curve ? curve.EvaluateAt(curve.PeakStep, Real.Quick).ToDouble() : null;

    /// <summary>The schedule of another quantity than the rate; null where there is none, or only run time knows it.</summary>
    public static Curve? Curve(LoweringResult lowered, Quantity quantity) =>
        lowered.Others.FirstOrDefault(o => o.Quantity == quantity).Curve is { IsConstant: true } curve ? curve : null;

    private static ArgumentModel Given(string name, double value) => new(name, ArgumentSource.Given, value);
}
