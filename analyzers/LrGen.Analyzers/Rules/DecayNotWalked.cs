using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A decay of which the training sees a small part.</summary>
internal sealed class DecayNotWalked : CurveRule
{
    private static readonly Rational s_longest = 4;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.DecayNotWalked, "Training ends early in the decay",
        "The training of {1} ends after {0} of the decay of {2}; are the two counted in the same unit?",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.DecayNotWalked));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => review.Horizon is { } horizon && Holds(review)
        ? new Finding(horizon.Attribute, horizon.Argument, Percent(horizon.Total / horizon.End), Text(horizon.Total), Text(horizon.End))
        {
            Replacement = horizon.Argument is "steps" or "Steps" && review.StartOf(horizon.Attribute) is { } start && start < horizon.Total
                ? Code(horizon.Total - start)
                : null,
        }
        : null;

    public static bool Holds(ScheduleReview review) => review.Horizon is { IsLength: true } horizon && horizon.End > horizon.Total * s_longest
        && !horizon.CountsMicroBatches(review.Facts) && !MilestonePastEnd.Holds(review) && !WarmupAsLongAsTraining.Holds(review);
}
