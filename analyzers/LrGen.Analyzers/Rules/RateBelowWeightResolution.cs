using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>Updates that are lost in the rounding of the weights.</summary>
internal sealed class RateBelowWeightResolution : CurveRule
{
    private const double SmallestForBFloat16 = 1e-5;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateBelowWeightResolution, "Weights cannot hold the updates",
        "bfloat16 weights cannot hold updates of {0}: a change below 1/256 of a weight is rounded away; keep float copies of the weights and say "
            + "MasterWeights = true",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateBelowWeightResolution));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Facts.WeightType != WeightType.BFloat16 || review.Facts.HasMasterWeights || !review.KnowsPeak || review.Peak >= SmallestForBFloat16)
            return null;
        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(review.Peak));
    }
}
