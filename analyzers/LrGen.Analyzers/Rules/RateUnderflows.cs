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
        Rational total = review.Total!.Value, low = Rational.Zero, high = total * s_late;
        while (high - low > Rational.One)
        {
            Rational middle = ((low + high) * Rational.Half).Floor();
            if (IsNothing(review, middle))
                high = middle;
            else if (middle == low)
                break;
            else
                low = middle;
        }

        var attribute = review.LastSchedule!;
        string argument = ScheduleReview.Given(attribute, "every", "decayRate", "factor");
        return new Finding(attribute, argument, "At step " + Text((Rational)high.Ceiling()) + " of " + Text(total)
            + " the rate is below a million millionth of its peak; is the interval in epochs?")
        {
            Replacement = argument == "every" && review.Facts.StepsPerEpoch is { } perEpoch && ScheduleReview.Number(attribute, argument) is { } every
                ? Code(Rational.SimplestFor(every) * perEpoch)
                : null,
        };
    }

    public static bool Holds(ScheduleReview review) => review.Total is { Sign: > 0 } total
        && review.Curve is { AfterEnd: null or { Kind: not (AfterEnd.Oscillate or AfterEnd.Repeat) } }
        && review.LastSchedule is not null && IsNothing(review, total * s_late);

    /// <summary>What has come to exactly 0 by its end was meant to; a decay without an end only vanishes.</summary>
    private static bool IsNothing(ScheduleReview review, Rational time)
    {
        var rate = review.At((Rational)time.Floor());
        return rate < review.ExactPeak * s_nothing && (!rate.IsZero || review.End is null || review.End > time)
            // A ramp from 0 is no decay.
            && !(review.Ramp is { } ramp && time < ramp.Length) && time > Rational.Zero;
    }
}
