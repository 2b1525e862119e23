using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A warm-up that never comes to the rate it leads to.</summary>
internal sealed class WarmupAsLongAsTraining : CurveRule
{
    public const double UsualShare = 0.05;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupAsLongAsTraining, "Warm-up is as long as the training",
        "The warm-up of {0} takes the whole training of {1}, and the rate that it leads to is never used",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupAsLongAsTraining));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => Holds(review) && review.Ramp is var (attribute, argument, length)
        ? new Finding(attribute, argument, Text(length), Text(review.Total!.Value)) { Replacement = Shorter(review, argument) }
        : null;

    public static bool Holds(ScheduleReview review) => review.Total is { Sign: > 0 } total && review.Ramp is { } ramp && ramp.Length >= total;

    /// <summary>A usual share of the training; null where that is no whole step.</summary>
    public static string? Shorter(ScheduleReview review, string argument) =>
        argument == "Fraction" ? Code(UsualShare)
        : argument.Length > 0 && Math.Round(review.Total!.Value.ToDouble() * UsualShare) is >= 1 and var steps ? Code(steps)
        : null;
}
