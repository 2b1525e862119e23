using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A floor so near to the first rate that not one reduction is possible.</summary>
internal sealed class NoRoomToReduce : CurveRule
{
    private const int UsualReductions = 3;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.NoRoomToReduce, "Floor leaves no room for one reduction",
        "The floor is {0} of the rate and a reduction leaves {1}: the first reduction ends at the floor",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.NoRoomToReduce));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Metric is not { } metric || ScheduleReview.Number(metric, "factor") is not { } factor)
            return null;
        double? rate = ScheduleReview.Number(metric, "initialRate");
        double? share = ScheduleReview.Number(metric, "FloorRatio") ?? ScheduleReview.Number(metric, "Floor") / rate;
        if (!(share > factor) || !(share <= 1))
            return null;
        string argument = ScheduleReview.Given(metric, "FloorRatio", "Floor");
        return new Finding(metric, argument, Percent(share.Value), Percent(factor))
        {
            Replacement = Code(Rational.Pow(Rational.FromDouble(factor), UsualReductions).ToDouble() * (argument == "Floor" ? rate!.Value : 1)),
        };
    }
}
