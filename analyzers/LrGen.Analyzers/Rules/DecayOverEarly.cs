using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A decay that is over when the training has hardly begun.</summary>
internal sealed class DecayOverEarly : CurveRule
{
    private static readonly Rational s_early = new(1, 5);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.DecayOverEarly, "Decay is over early in the training",
        "The decay is over at {0}, after {1} of the training of {2}; is it in epochs?",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.DecayOverEarly));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => review.Horizon is { } horizon && Holds(review)
        ? new Finding(horizon.Attribute, horizon.Argument, Text(horizon.End), Percent(horizon.Share), Text(horizon.Total))
        {
            Replacement = horizon.Argument is "steps" or "Steps" && review.Facts.StepsPerEpoch is { } perEpoch
                && ScheduleReview.Number(horizon.Attribute, horizon.Argument) is { } length ? Code(Rational.SimplestFor(length) * perEpoch) : null,
        }
        : null;

    public static bool Holds(ScheduleReview review) => review.Horizon is { } horizon && horizon.Share < s_early
        && !OneCycleTooShort.Holds(review) && !WarmupAsLongAsTraining.Holds(review) && !review.IsSearch;
}
