using LrGen.Analyzers.Review;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A warm-up that begins at the rate that it goes to.</summary>
internal sealed class WarmupChangesNothing : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupChangesNothing, "Warm-up changes nothing",
        "With FromRatio = 1 the warm-up begins at the rate that it goes to, and only holds it; give the share to begin with, for example 0.1, or use [Delay]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupChangesNothing));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) =>
        review.Warmup is { } warmup && ScheduleReview.Number(warmup, "FromRatio") is 1 ? new Finding(warmup, "FromRatio") : null;
}
