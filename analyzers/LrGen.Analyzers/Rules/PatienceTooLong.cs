using LrGen.Analyzers.Review;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A plateau whose patience lasts as long as the training, so that the rate never falls.</summary>
internal sealed class PatienceTooLong : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PatienceTooLong, "Patience is as long as the training",
        "A patience of {0} is never over in a training of {1}, and the rate never falls; give a patience of a tenth of the training or less",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PatienceTooLong));

    public override DiagnosticDescriptor Descriptor => s_rule;

    /// <summary>Who is as patient as this can count batches.</summary>
    private const double LongPatience = 100;

    public override Finding? Check(ScheduleReview review)
    {
        // A plateau is told of a metric once an epoch, where nothing else is said.
        bool countsEpochs = review.Facts.SaysCounts && review.Facts.Counts == Unit.Epochs;
        if (review.Metric is not { } metric || ScheduleReview.Number(metric, "patience") is not { } patience || review.Facts.Epochs is not { } epochs
            || !countsEpochs && (review.Facts.SaysCounts || patience >= LongPatience))
            return null;
        return patience >= epochs ? new Finding(metric, ScheduleReview.Given(metric, "patience"), Text(patience), Text(epochs)) : null;
    }
}
