using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A first update that changes nothing.</summary>
internal sealed class FirstRateZero : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.FirstRateZero, "First update has rate 0",
        "At step 0 the rate is 0, so the first update changes nothing; FirstStep.OneStepIn starts one step up the ramp",
        Category, DiagnosticSeverity.Hidden, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FirstRateZero));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Curve is null || !review.At(Rational.Zero).IsZero)
            return null;
        return review.Warmup is { } warmup
            ? new Finding(warmup, ScheduleReview.Given(warmup, "steps", "Fraction"))
            {
                Edit = new SuggestedEdit(EditKind.AddArgument, "FirstStep = FirstStep.OneStepIn", "Start one step up the ramp"),
            }
            : new Finding(review.Schedules[0], string.Empty);
    }
}
