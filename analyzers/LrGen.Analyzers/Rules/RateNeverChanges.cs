using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A schedule that is a constant in disguise.</summary>
internal sealed class RateNeverChanges : CurveRule
{
    private static readonly Rational s_change = new(1, 100);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateNeverChanges, "Schedule never changes the rate",
        "From step 0 to {0} the rate stays between {1} and {2}, which differ by less than 1 %; if that is meant, [Constant] says so",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateNeverChanges));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        // Of one step nobody can say that it does not change.
        if (review.Curve is null || review.LastSchedule is not { } schedule || (review.LastStep ?? review.End?.Ceiling()) is not { Sign: > 0 } last
            || Changes(review.At(Rational.Zero), review.At(last)) || SaysSo(review))
        {
            return null;
        }

        Rational low = review.Lowest(0, last), high = review.Highest(0, last);
        return Changes(low, high)
            ? null
            : new Finding(schedule, string.Empty, Text((Rational)last), Text(low), Text(high))
            {
                Edit = review.Schedules.Count == 1 && review.Modifiers.Count == 0
                    ? new SuggestedEdit(EditKind.ReplaceAttribute, "Constant(" + Code(review.At(Rational.Zero)) + ")", "Use [Constant]")
                    : null,
            };
    }

    private static bool Changes(Rational a, Rational b) => Rational.Abs(a - b) >= Rational.Max(a, b) * s_change && a != b;

    /// <summary>Whether the declaration says that the rate stays, or a louder rule says why it does.</summary>
    private static bool SaysSo(ScheduleReview review) =>
        review.Schedules.All(s => s.Name is nameof(Constant) or nameof(Use) or nameof(Function)
            || ScheduleReview.Number(s, "factor") is 1
            || ScheduleReview.Number(s, "to") is { } to && to.Equals(ScheduleReview.Number(s, "from")))
        || MilestonePastEnd.Holds(review) || DecayNotWalked.Holds(review);
}
