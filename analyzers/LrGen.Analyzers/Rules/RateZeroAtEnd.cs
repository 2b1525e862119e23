using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
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
            Other = Floor(horizon.Attribute),
        };
    }

    /// <summary>A tenth of the rate as the lowest one; null where the schedule has no floor of its own.</summary>
    private static SuggestedEdit? Floor(AttributeModel attribute)
    {
        const double Share = 0.1;
        if (ScheduleReview.Number(attribute, "rate") is { } rate && attribute.Arguments.Any(a => a.Name == "Floor"))
        {
            string floor = Code(rate * Share);
            return ScheduleReview.Given(attribute, "FloorRatio").Length > 0
                ? null
                : new SuggestedEdit(EditKind.AddArgument, "Floor = " + floor, "Keep a tenth of the rate, " + floor + ", as the floor");
        }

        return ScheduleReview.Number(attribute, "from") is { } from && ScheduleReview.Number(attribute, "to") is not null
            ? new SuggestedEdit(EditKind.SetArgument, "to: " + Code(from * Share), "Stop at a tenth of the rate, " + Code(from * Share))
            : null;
    }
}
