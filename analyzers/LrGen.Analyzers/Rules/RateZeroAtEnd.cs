using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>Training that goes on at a rate of 0.</summary>
internal sealed class RateZeroAtEnd : CurveRule
{
    private static readonly Rational s_early = new(95, 100);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateZeroAtEnd, "Rate is 0 before the end",
        "For the last {0} of the training, from {1} to {2}, the rate is 0 and nothing is learned; decay to the end, or give a floor",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateZeroAtEnd));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Horizon is not { IsLength: true } horizon || horizon.Share >= s_early || !review.At(horizon.End).IsZero || DecayOverEarly.Holds(review) || OneCycleTooShort.Holds(review))
            return null;
        return new Finding(horizon.Attribute, horizon.Argument, Percent(Rational.One - horizon.Share), Text(horizon.End), Text(horizon.Total))
        {
            Replacement = horizon.Argument is "steps" or "Steps" && review.StartOf(horizon.Attribute) is { } start ? Code(horizon.Total - start) : null,
        };
    }
}
