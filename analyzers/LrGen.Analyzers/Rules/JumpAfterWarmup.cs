using System.Numerics;
using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate that jumps where the ramp at the start meets what comes after it.</summary>
internal sealed class JumpAfterWarmup : CurveRule
{
    /// <summary><c>WarmupShape.Constant</c>.</summary>
    private const double ConstantShape = 1;

    private static readonly Rational s_noticed = new(1, 10);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.JumpAfterWarmup, "Rate jumps where the warm-up ends",
        "The rate jumps by {0} of its peak, from {1} to {2}, where the warm-up meets [{3}]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.JumpAfterWarmup));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        // What a milestone or a warm-up over the whole training does has rules of its own.
        if (review.Curve is not { } curve || MilestoneInsideWarmup.Holds(review) || WarmupAsLongAsTraining.Holds(review) || review.IsSearch)
            return null;
        // A constant warm-up is a jump: it holds a low rate and then lets go. A factor is 1 at its end, whatever the schedule does there.
        if (review.Warmup is { } warmup && (ScheduleReview.Number(warmup, "Shape") is ConstantShape || review.Join == Join.Multiply))
            return null;
        if (review.Warmup is not null)
            return review.Ramp is { } ramp ? At(ramp.Length, review.Schedules[0].Name, review.Warmup, ScheduleReview.Given(review.Warmup, "Join", "steps")) : null;

        // A ramp can be a phase of its own, too.
        for (int i = 1; i < review.Schedules.Count; i++)
        {
            if (review.StartOf(review.Schedules[i - 1]) is not { } from || review.StartOf(review.Schedules[i]) is not { } to)
                return null;
            if (Rises(review, from, to - Rational.One) && At(to, review.Schedules[i].Name, review.Schedules[i], string.Empty) is { } found)
                return found;
        }

        return null;

        Finding? At(Rational joint, string next, LrGen.Generator.Declarations.AttributeModel attribute, string argument)
        {
            var ramp = curve.Segments.First(s => s.End is null || s.End.Constant >= joint);
            var after = review.At((Rational)joint.Ceiling());
            // Whether the ramp is up at its last step or at the one after is a convention.
            var before = Nearest(after, Ramp(joint - Rational.One), Ramp(joint));
            // Between steps the rate can be higher than at any of them.
            Rational jump = Rational.Abs(after - before), peak = Rational.Max(review.ExactPeak, Rational.Max(before, after));
            return jump > peak * s_noticed
                ? new Finding(attribute, argument, Percent(jump / peak), Text(before), Text(after), next)
                {
                    Edit = argument == "Join" ? new SuggestedEdit(EditKind.ReplaceValue, "Join.After", "Begin the schedule after the warm-up") : null,
                }
                : null;

            Rational Ramp(Rational time) => ramp.Shape.Evaluate(Rational.Max(time, Rational.Zero) - ramp.Origin.Constant!.Value, Real.Quick);
        }
    }

    /// <summary>Whether a stretch goes up and is highest at its end.</summary>
    private static bool Rises(ScheduleReview review, Rational from, Rational to)
    {
        var last = review.At(to);
        return to > from && review.At(from) < last && review.Highest(from.Ceiling(), BigInteger.Max(to.Floor(), from.Ceiling())) <= last;
    }

    /// <summary>The value between two others that is nearest to a third.</summary>
    private static Rational Nearest(Rational value, Rational a, Rational b) =>
        Rational.Max(Rational.Min(a, b), Rational.Min(Rational.Max(a, b), value));
}
