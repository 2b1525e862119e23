using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A share of the training where a number of steps is asked for.</summary>
internal sealed class WarmupIsFraction : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupIsFraction, "Warm-up steps look like a fraction",
        "A warm-up of {0} steps is over before the first; for a share of the training write Fraction = {0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupIsFraction));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Warmup is not { } warmup || ScheduleReview.Number(warmup, "steps") is not (> 0 and < 1 and var steps))
            return null;
        // A part of an epoch is a length: YOLOv5 publishes warm-ups of 3.4 epochs, mmdetection one of 0.07.
        var unit = (Unit)(ScheduleReview.Number(warmup, "Unit") ?? 0);
        bool countsSteps = unit == Unit.Steps || unit == Unit.Own && review.Facts.Counts == Unit.Steps
            && (review.Facts.SaysCounts || review.StepName.IndexOf("epoch", StringComparison.OrdinalIgnoreCase) < 0);
        return countsSteps ? new Finding(warmup, "steps", Text(steps)) 
        {
            // A share needs a whole.
            Edit = review.Total is null ? null : new SuggestedEdit(EditKind.ReplaceArgument, "Fraction = " + Code(steps), "Use Fraction"),
        }
            : null;
    }
}
