using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A warm-up that starts above the rate that it leads to.</summary>
internal sealed class WarmupGoesDown : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.WarmupGoesDown, "Warm-up goes down",
        "The warm-up starts at {0} and leads down to {1}; were the two swapped?",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WarmupGoesDown));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        // YOLOv5 lets the biases start at ten times the rate of the weights.
        if (review.Warmup is not { } warmup || review.Curve is not { } curve || review.Facts.Scope == Scope.Scalar || review.Ramp is not { } ramp)
            return null;
        var first = review.At(Rational.Zero);
        // A factor leads to the schedule underneath, whatever that has become by then.
        var underneath = curve.Segments[curve.Opening];
        var target = review.Join == Join.Multiply ? underneath.Shape.Evaluate(-underneath.Origin.Constant!.Value, Real.Quick) : review.At(ramp.Length);
        string argument = ScheduleReview.Given(warmup, "From", "FromRatio");
        var edit = ScheduleReview.Number(warmup, "FromRatio") is { } ratio
            ? new SuggestedEdit(EditKind.ReplaceValue, Code(1 / ratio), "Use " + Code(1 / ratio))
            : RateThatItLeadsTo(review) is { Length: > 0 } rate ? new SuggestedEdit(EditKind.SwapValues, rate, "Swap From and " + rate) : null;
        return first > target ? new Finding(warmup, argument, Text(first), Text(target)) { Edit = edit } : null;
    }

    /// <summary>The argument with the rate; of several rates the first, which is where the warm-up ends.</summary>
    private static string RateThatItLeadsTo(ScheduleReview review)
    {
        var (attribute, argument) = review.PeakArgument;
        bool isOneOfMany = attribute.Arguments.FirstOrDefault(a => a.Name == argument) is { Values.Count: > 0 };
        return isOneOfMany ? argument + "[0]" : argument;
    }
}
