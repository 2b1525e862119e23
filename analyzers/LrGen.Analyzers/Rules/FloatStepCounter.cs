using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A step that is counted in a float: from 2^24 on adding 1 changes nothing.</summary>
internal sealed class FloatStepCounter : CurveRule
{
    private static readonly Rational s_exact = Rational.PowerOfTwo(24);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.FloatStepCounter, "Step is counted in a float",
        "A float counts steps exactly only to 16,777,216, where adding 1 no longer changes it; count them in a long",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FloatStepCounter));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review) => review.CountsInFloat && !(review.Total <= s_exact)
        ? new Finding(review.Schedules[0], string.Empty) 
        {
            Parameter = review.StepName,
            Edit = new SuggestedEdit(EditKind.ReplaceType, "long", "Count steps in a long"),
        }
        : null;
}
