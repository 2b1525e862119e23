using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A momentum near 1 with a rate that was found for a usual one: steps of gradient descent add up to 1 ÷ (1 − momentum) of the rate.
/// </summary>
internal sealed class MomentumMultipliesRate : CurveRule
{
    private const double NearOne = 0.98, HighestEffectiveRate = 5, UsualMomentum = 0.9;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.MomentumMultipliesRate, "Momentum multiplies the step",
        "A momentum of {0} multiplies each step by {1}, to {2} at the peak; divide the rate when the momentum is raised",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MomentumMultipliesRate));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        var facts = review.Facts;
        if (PublishedRates.Family(facts.Optimizer) != OptimizerKind.Sgd || facts.GradientClip is not null || review.IsSearch
            || facts.Momentum is not { } momentum || momentum < NearOne)
            return null;
        // One-cycle has its highest momentum where the rate is lowest.
        double rate = review.Curve is not null && review.CurveOf(Quantity.Momentum) is { } scheduled ? review.At(scheduled.PeakStep).ToDouble() : review.Peak;
        if (rate / (1 - momentum) <= HighestEffectiveRate)
            return null;

        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(momentum), Text(1 / (1 - momentum)), Text(rate / (1 - momentum)))
        {
            Replacement = ScheduleReview.Number(attribute, argument) is { } given ? Code(given * (1 - momentum) / (1 - UsualMomentum)) : null,
        };
    }
}
