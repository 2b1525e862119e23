using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate whose peak is below all published peaks.</summary>
internal sealed class RateTooSmall : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateTooSmall, "Rate is too small to train",
        "The rate is never above {0}, too small to train with {1}; published peaks are at least {2}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateTooSmall));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        var optimizer = review.Facts.Optimizer;
        if (!review.KnowsPeak || review.IsSearch || PublishedRates.Lowest(optimizer) is not { } lowest || review.Peak >= lowest)
            return null;
        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(review.Peak), PublishedRates.Name(optimizer), Text(lowest));
    }
}
