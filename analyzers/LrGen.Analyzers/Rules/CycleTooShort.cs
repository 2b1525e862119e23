using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// Cycles of which there are many in each epoch: they were counted in epochs, or in the batches of another data set. Smith's cycles last 4 to 20
/// epochs, and warm restarts at least one.
/// </summary>
internal sealed class CycleTooShort : CurveRule
{
    private static readonly Rational s_share = new(1, 10);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.CycleTooShort, "Cycle is far shorter than an epoch",
        "A cycle of {0} updates is {1} of an epoch; published cycles last an epoch or more; is its length in epochs? Unit = Unit.Epochs says so",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.CycleTooShort));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Facts.StepsPerEpoch is not { Sign: > 0 } epoch || review.Facts.Counts is not (Unit.Steps or Unit.Own)
            || review.Schedules.FirstOrDefault(s => s.Name is nameof(Cyclic) or nameof(CosineRestarts)) is not { } cyclic)
            return null;
        var cycle = cyclic.Name == nameof(Cyclic)
            ? review.Length(cyclic, "stepsUp") is { } up ? up + (ScheduleReview.Number(cyclic, "StepsDown") is > 0 && review.Length(cyclic, "StepsDown") is { } down ? down : up) : (Rational?)null
            // Cycles that grow begin short.
            : ScheduleReview.Number(cyclic, "LengthFactor") is null or 1 ? review.Length(cyclic, "steps") : null;
        return cycle is { Sign: > 0 } length && length < epoch * s_share
            ? new Finding(cyclic, ScheduleReview.Given(cyclic, "stepsUp", "steps"), Text(length), Percent(length / epoch))
            : null;
    }
}
