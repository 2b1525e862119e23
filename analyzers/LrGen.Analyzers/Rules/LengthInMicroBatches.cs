using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A length that counts the micro-batches of the loader where the schedule counts updates of the optimizer.</summary>
internal sealed class LengthInMicroBatches : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.LengthInMicroBatches, "Length counts micro-batches",
        "{0} is the training of {1} updates counted in micro-batches; gradients are accumulated over {2}, and the optimizer steps once for all of them",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.LengthInMicroBatches));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => review.Horizon is { } horizon && horizon.CountsMicroBatches(review.Facts)
        ? new Finding(horizon.Attribute, horizon.Argument, Text(horizon.End), Text(horizon.Total), Text(review.Facts.GradientAccumulation!.Value))
        {
            Replacement = horizon.Argument is "steps" or "Steps" && review.StartOf(horizon.Attribute) is { } start && start < horizon.Total
                ? Code(horizon.Total - start)
                : null,
        }
        : null;
}
