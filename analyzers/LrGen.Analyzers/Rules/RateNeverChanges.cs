using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A schedule that is a constant in disguise.</summary>
internal sealed class RateNeverChanges : CurveRule
{
    private const int Samples = 16;

    private static readonly Rational s_change = new(1, 100);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateNeverChanges, "Schedule never changes the rate",
        "From step 0 to {0} the rate changes by less than 1 %, from {1} to {2}; if that is meant, [Constant] says so",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateNeverChanges));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Curve is not { } curve || review.LastSchedule is not { } last || (review.Total ?? review.End) is not { Sign: > 0 } end || SaysSo(review))
            return null;
        var times = Enumerable.Range(0, Samples + 1).Select(i => (Rational)(end * new Rational(i, Samples)).Floor())
            .Concat(curve.Pieces.Select(p => (Rational)p.Start)).Concat(curve.Pieces.Where(p => p.End is not null).Select(p => (Rational)(p.End!.Value - 1)))
            .Where(t => t < end || review.Total is null && t == end);
        var rates = times.Select(review.At).ToList();
        Rational low = rates.Aggregate(Rational.Min), high = rates.Aggregate(Rational.Max);
        return high - low < high * s_change
            ? new Finding(last, string.Empty, Text(end), Text(review.At(Rational.Zero)), Text(review.At(end)))
            {
                Edit = review.Schedules.Count == 1 && review.Modifiers.Count == 0
                    ? new SuggestedEdit(EditKind.ReplaceAttribute, "Constant(" + Code(review.At(Rational.Zero)) + ")", "Use [Constant]")
                    : null,
            }
            : null;
    }

    /// <summary>Whether the declaration says that the rate stays, or a louder rule says why it does.</summary>
    private static bool SaysSo(ScheduleReview review) =>
        review.Schedules.All(s => s.Name is nameof(Constant) or nameof(Use) or nameof(Function)
            || ScheduleReview.Number(s, "factor") is 1
            || ScheduleReview.Number(s, "to") is { } to && to.Equals(ScheduleReview.Number(s, "from")))
        || MilestonePastEnd.Holds(review) || DecayNotWalked.Holds(review);
}
