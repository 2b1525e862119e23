using System.Numerics;
using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A decay by equal factors that has come to nothing long before the end: most often it counts steps where epochs were meant.</summary>
internal sealed class RateUnderflows : CurveRule
{
    private static readonly Rational s_nothing = Rational.One / Rational.Pow(10, 12);
    private static readonly Rational s_late = new(9, 10);

    /// <summary>The rule, which a rate that a loop multiplies can break as well.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RateUnderflows, "Rate underflows", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateUnderflows));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (!Holds(review))
            return null;
        BigInteger last = review.LastStep!.Value, low = 0, high = From(last);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = IsNothingFrom(review, middle, last) ? (low, middle) : (middle, high);
        }

        var attribute = review.LastSchedule!;
        string argument = ScheduleReview.Given(attribute, "every", "decayRate", "factor");
        return new Finding(attribute, argument, "At step " + Text((Rational)high) + " of " + Text(review.Total!.Value)
            + " the rate is below 1e-12 of its peak; is the interval in epochs?")
        {
            Replacement = argument == "every" && review.Facts.StepsPerEpoch is { } perEpoch && ScheduleReview.Number(attribute, argument) is { } every
                ? Code(Rational.SimplestFor(every) * perEpoch)
                : null,
        };
    }

    public static bool Holds(ScheduleReview review) => review.LastStep is { } last && review.Curve is not null
        && review.LastSchedule is { } schedule && schedule.Name is not (nameof(PiecewiseConstant) or nameof(PiecewiseInterpolated))
        && From(last) is { Sign: > 0 } from && from < last && IsNothingFrom(review, from, last);

    /// <summary>The step from which a decay that has come to nothing has been too fast.</summary>
    private static BigInteger From(BigInteger last) => ((Rational)(last + 1) * s_late).Floor();

    /// <summary>
    /// Whether the rate is nothing from a step to the end: a cycle that touches 0 comes back. What has come to exactly 0 by its end was meant to;
    /// a decay without an end only vanishes.
    /// </summary>
    private static bool IsNothingFrom(ScheduleReview review, BigInteger step, BigInteger last)
    {
        var nothing = review.ExactPeak * s_nothing;
        var rate = review.At(step);
        return rate < nothing && (!rate.IsZero || review.End is null || review.End > step)
            // A ramp from 0 is no decay.
            && !(review.Ramp is { } ramp && step < ramp.Length)
            && review.Highest(step, last) < nothing;
    }
}
