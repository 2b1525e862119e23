using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate that diverges with this optimizer unless it moves a small part of a network only.</summary>
internal sealed class RateHighForNetwork : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateHighForNetwork, "Rate is high for a whole network",
        "The rate reaches {0}, which is high for {1} over a whole network (published: at most {2}); if it drives embeddings, scalars, one linear "
            + "layer or a probe on frozen features, say so with [Training(Scope = …)]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateHighForNetwork));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        var facts = review.Facts;
        if (facts.Scope != Scope.Network || review.IsSearch || RateAbovePublished.Holds(review))
            return null;
        if ((facts.AllowedRate ?? PublishedRates.HighestOfNetwork(facts.Optimizer)) is not { } highest || review.Peak <= highest)
            return null;
        // Clipped gradients bound the step of plain gradient descent: language models ran at 20 and 30.
        if (facts.AllowedRate is null && PublishedRates.Family(facts.Optimizer) == OptimizerKind.Sgd && facts.GradientClip is not null)
            return null;
        var (attribute, argument) = review.PeakArgument;
        return new Finding(attribute, argument, Text(review.Peak), PublishedRates.Name(facts.Optimizer), Text(highest)) { Replacement = Code(UsualRate(facts.Optimizer)) };
    }

    private static double UsualRate(OptimizerKind optimizer) => PublishedRates.Family(optimizer) == OptimizerKind.Sgd ? 0.1 : 1e-3;
}
