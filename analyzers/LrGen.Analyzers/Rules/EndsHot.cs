using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>Restarts whose last cycle the training does not walk to its end.</summary>
internal sealed class EndsHot : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.EndsHot, "Training ends in the hot part of a cycle",
        "The training ends at {0} of the peak of its last cycle; the cycle ends at {1}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.EndsHot));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.LastSchedule is not { Name: nameof(CosineRestarts) } restarts || review.Curve is null || review.Total is not { Sign: > 0 } total
            || review.StartOf(restarts) is not { } start || review.Length(restarts, "steps") is not { } length)
        {
            return null;
        }

        var growth = Rational.SimplestFor(ScheduleReview.Number(restarts, "LengthFactor") ?? 1);
        var last = (Rational)(total - Rational.One).Ceiling();
        if (last <= start)
            return null;
        if (growth == Rational.One)
            start += (Rational)((last - start) / length).Floor() * length;
        for (; growth > Rational.One && start + length <= last; length *= growth)
            start += length;
        Rational top = review.At(start), rate = review.At(last);
        return rate > top * Rational.Half && !top.IsZero
            ? new Finding(restarts, ScheduleReview.Given(restarts, "steps"), Percent(rate / top), Text(start + length))
            {
                Replacement = growth == Rational.One ? Code(Whole(total, (last / length).Ceiling())) : null,
            }
            : null;
    }

    /// <summary>The length of so many cycles that fill the training.</summary>
    private static Rational Whole(Rational total, System.Numerics.BigInteger cycles) => (Rational)(total / (cycles.IsZero ? 1 : cycles)).Ceiling();
}
