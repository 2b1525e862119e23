using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate that was found for another batch size.</summary>
internal sealed class BatchSizeDiffers : CurveRule
{
    private const double Noticed = 1.5;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.BatchSizeDiffers, "Rate was set for another batch size",
        "The rate was found for a batch size of {0}, and this training has {1}; [BatchScale({1}, reference: {0})] scales it",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.BatchSizeDiffers));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Facts is not { ReferenceBatchSize: { } reference, BatchSize: { } batch } || review.Modifiers.Any(m => m.Name == nameof(BatchScale)))
            return null;
        if (Math.Max(batch / reference, reference / batch) <= Noticed)
            return null;
        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(reference), Text(batch)) 
        {
            Edit = new SuggestedEdit(EditKind.AddAttribute, "BatchScale(" + Code(batch) + ", reference: " + Code(reference) + ")", "Scale the rate with the batch size"),
        };
    }
}
