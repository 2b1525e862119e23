using LrGen.Analyzers.Review;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// Averages of an optimizer that forget at a rate that nobody publishes. Published first averages go from 0 (progressive GANs) to 0.97, second
/// ones from 0.9 to 0.9999, and RMSprop's from 0.9; the second one always forgets more slowly.
/// </summary>
internal sealed class BetasUnusual : CurveRule
{
    /// <summary>Below it an average of squares is little more than the last gradient.</summary>
    private const double Least = 0.5;

    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.BetasUnusual, "Betas are swapped or out of range", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.BetasUnusual));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Rule is not { } rule)
            return null;
        if (rule.Name is nameof(OptimizerKind.Adam) or nameof(OptimizerKind.AdamW) or nameof(OptimizerKind.Adamax) or nameof(OptimizerKind.NAdam) or nameof(OptimizerKind.RAdam)
            && Of(Number("Beta1", 0.9), Number("Beta2", 0.999)) is var (argument, message))
            return new Finding(rule, argument == "beta1" ? "Beta1" : "Beta2", message);
        return rule.Name == nameof(OptimizerKind.RmsProp) && OfAlpha(Number("Alpha", 0.99)) is var (_, text) ? new Finding(rule, "Alpha", text) : null;

        // A value that run time brings is none to judge.
        double? Number(string name, double usual) => rule.Arguments.FirstOrDefault(a => a.Name == name) switch
        {
            { Source: ArgumentSource.Given, Value: var value } => value,
            { Source: ArgumentSource.Default } => usual,
            _ => null,
        };
    }

    /// <summary>What is wrong with the averages of an Adam, and at which of them.</summary>
    public static (string Argument, string Message)? Of(double? beta1, double? beta2)
    {
        if (beta1 is { } first && beta2 is { } second && first > second && first < 1)
        {
            return ("beta1", "Beta1 is " + NumberText.Friendly(first) + " and beta2 " + NumberText.Friendly(second)
                + ": the squares are forgotten faster than the gradients, so that steps grow without bound; were the two swapped?");
        }

        return beta2 is >= 0 and < Least and var low
            ? ("beta2", "With a beta2 of " + NumberText.Friendly(low)
                + " a step is divided by little more than its own gradient; published values go from 0.9 to 0.9999")
            : null;
    }

    /// <summary>What is wrong with the average of RMSprop.</summary>
    public static (string Argument, string Message)? OfAlpha(double? alpha) => alpha is >= 0 and < Least and var low
        ? ("alpha", "With an alpha of " + NumberText.Friendly(low)
            + " a step is divided by little more than its own gradient; published values go from 0.9 to 0.99")
        : null;
}
