using LrGen.Analyzers.Review;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A weight decay that takes so much of the weights in each update that a few hundred leave nothing. Published products of rate and decay go up
/// to 1e-3 (LARS aside); Muon's are larger, as its updates all have one size.
/// </summary>
internal sealed class WeightDecayStrong : CurveRule
{
    /// <summary>The product of rate and decay from which on weights are halved in less than 350 updates.</summary>
    public const double Most = 2e-3;

    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WeightDecayStrong, "Weight decay is strong for its rate",
        "A weight decay of {0} at a rate of {1} takes {2} of the weights in each update, which halves them in a few hundred; published products stay below 0.001",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WeightDecayStrong));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Finding? Check(ScheduleReview review) =>
        review.Rule is { Name: nameof(OptimizerKind.Sgd) or nameof(OptimizerKind.AdamW) } rule && review.Curve is not null
        && review.Update?.Hyperparameters.FirstOrDefault(h => h.Name == "weightDecay") is { } decay && review.Highest(decay) is { } highest
        && review.Peak * highest >= Most
            ? new Finding(rule, ScheduleReview.Given(rule, "WeightDecay"), Text(highest), Text(review.Peak), Text(review.Peak * highest))
            : null;
}
