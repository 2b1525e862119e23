using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate of training from scratch on a network that was trained before.</summary>
internal sealed class RateHighForFineTuning : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateHighForFineTuning, "Rate is high for fine-tuning",
        "Fine-tuning at {0} overwrites what the network has learned; published rates with {1} are at most {2}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateHighForFineTuning));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        var facts = review.Facts;
        if (facts.Scope != Scope.FineTune || review.IsSearch || RateAbovePublished.Holds(review)
            || (facts.AllowedRate ?? PublishedRates.HighestOfFineTune(facts.Optimizer)) is not { } highest || review.Peak <= highest)
        {
            return null;
        }

        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(review.Peak), PublishedRates.Name(facts.Optimizer), Text(highest)) { Replacement = "2e-5" };
    }
}
