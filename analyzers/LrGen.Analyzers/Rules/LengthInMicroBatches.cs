using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A length that counts the micro-batches of the loader where the schedule counts updates of the optimizer.</summary>
internal sealed class LengthInMicroBatches : CurveRule
{
    /// <summary>The rule, which code can break as well: with a scheduler that moves on with each micro-batch.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.LengthInMicroBatches, "Length counts micro-batches", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.LengthInMicroBatches));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Finding? Check(ScheduleReview review) => review.Horizon is { } horizon && horizon.CountsMicroBatches(review.Facts)
        ? new Finding(horizon.Attribute, horizon.Argument, Text(horizon.End) + " is the training of " + Text(horizon.Total)
            + " updates counted in micro-batches; "
            + "gradients are accumulated over " + Text(review.Facts.GradientAccumulation!.Value) + ", and the optimizer steps once for all of them")
        {
            Replacement = horizon.Argument is "steps" or "Steps" && review.StartOf(horizon.Attribute) is { } start && start < horizon.Total
                ? Code(horizon.Total - start)
                : null,
        }
        : null;
}
