using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A one-cycle schedule that is over before the training is: what comes after was never meant to be trained at.</summary>
internal sealed class OneCycleTooShort : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.OneCycleTooShort, "One-cycle is shorter than the training",
        "The cycle ends at {0} and the training at {1}; the steps after the cycle run at its last rate, {2}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OneCycleTooShort));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => Find(review) is var (cycle, end)
        ? new Finding(cycle, ScheduleReview.Given(cycle, "steps", "Fraction"), Text(end), Text(review.Total!.Value), Text(review.At(end)))
        {
            Replacement = review.StartOf(cycle) is { } start && start < review.Total ? Code(review.Total.Value - start) : null,
        }
        : null;

    public static bool Holds(ScheduleReview review) => Find(review) is not null;

    private static (LrGen.Generator.Declarations.AttributeModel Cycle, Rational End)? Find(ScheduleReview review) =>
        // A cycle that says no length takes the rest of the training.
        review.LastSchedule is { Name: nameof(OneCycle) } cycle && ScheduleReview.Given(cycle, "steps", "Fraction").Length > 0
        && review.Total is { } total && review.End is not null
        && review.StartOf(cycle) is { } start && review.Length(cycle, "steps") is { } length && start + length < total
            ? (cycle, start + length)
            : null;
}
