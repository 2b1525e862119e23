using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A linear decay that goes up for most of a training, or after its warm-up: its two rates were swapped, as a floor and a rate can be. A line
/// that rises to another phase, or for no longer than a warm-up does, is meant.
/// </summary>
internal sealed class DecayGoesUp : CurveRule
{
    /// <summary>The largest share that a published warm-up takes.</summary>
    private static readonly Rational s_longestWarmup = Rational.Half;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.DecayGoesUp, "Linear decay goes up",
        "The rate goes up from {0} to {1} and never down again; were 'from' and 'to' swapped?",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.DecayGoesUp));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.LastSchedule is not { Name: nameof(LinearDecay) } line || ScheduleReview.Number(line, "from") is not { } from
            || ScheduleReview.Number(line, "to") is not { } to || to <= from || ScheduleReview.Number(line, "AfterEnd") is > 0)
        {
            return null;
        }

        // A line that says no length takes the rest of the training.
        bool hasLength = ScheduleReview.Given(line, "steps", "Fraction").Length > 0;
        bool isTheTraining = review.Total is { } total
            ? review.StartOf(line) is { } start
                && Rational.Min(hasLength ? review.Length(line, "steps") ?? total : total, total - start) > total * s_longestWarmup
            : review.Warmup is not null;
        return isTheTraining
            ? new Finding(line, "to", Text(from), Text(to)) { Edit = new SuggestedEdit(EditKind.SwapValues, "from", "Swap from and to") }
            : null;
    }
}
