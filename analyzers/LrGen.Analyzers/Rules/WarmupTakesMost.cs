using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A warm-up that takes more of the training than what it leads to.</summary>
internal sealed class WarmupTakesMost : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupTakesMost, "Warm-up takes most of the training",
        "The warm-up of {0} takes {1} of the training of {2}; published ones take at most half",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupTakesMost));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) =>
        review.Total is { Sign: > 0 } total && review.Ramp is var (attribute, argument, length) && length > total * Rational.Half && length < total
            ? new Finding(attribute, argument, Text(length), Percent(length / total), Text(total)) { Replacement = WarmupAsLongAsTraining.Shorter(review, argument) }
            : null;
}
