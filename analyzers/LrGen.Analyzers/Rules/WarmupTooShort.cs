using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A warm-up of a few updates in a training of many thousands: most often it counts epochs. The shortest published ones have hundreds of updates,
/// or a share of the training that is above a thousandth.
/// </summary>
internal sealed class WarmupTooShort : CurveRule
{
    private const int Few = 20;

    private static readonly Rational s_share = new(1, 1_000);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupTooShort, "Warm-up is over at once",
        "A warm-up of {0} updates is {1} of this training; is its length in epochs? Unit = Unit.Epochs says so",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupTooShort));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) =>
        review.Warmup is { } warmup && review.Ramp is { } ramp && review.Total is { Sign: > 0 } total && review.Facts.Counts is Unit.Steps or Unit.Own
        && ramp.Length >= Rational.One && ramp.Length < (Rational)Few && ramp.Length < total * s_share
            ? new Finding(warmup, ScheduleReview.Given(warmup, "steps", "Fraction"), Text(ramp.Length), Percent(ramp.Length / total))
            : null;
}
