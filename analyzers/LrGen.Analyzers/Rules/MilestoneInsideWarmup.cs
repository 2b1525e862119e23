using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A decay step that comes while the rate still rises.</summary>
internal sealed class MilestoneInsideWarmup : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.MilestoneInsideWarmup, "Milestone falls inside the warm-up",
        "The milestone {0} falls inside the warm-up of {1}, which runs over the schedule; move it, or let the schedule begin after with Join.After",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MilestoneInsideWarmup));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (!Holds(review) || WarmupAsLongAsTraining.Holds(review) || MilestonePastEnd.Holds(review))
            return null;
        var schedule = review.Schedules[0];
        return new Finding(schedule, ScheduleReview.Given(schedule, "milestones", "boundaries") + "[0]", Text(review.Milestones(schedule)[0]), Text(review.Ramp!.Value.Length))
        {
            Edit = new SuggestedEdit(EditKind.AddArgumentTo, "Warmup: Join = Join.After", "Begin the schedule after the warm-up"),
        };
    }

    public static bool Holds(ScheduleReview review) => review.Warmup is not null && review.Join != Join.After && review.Ramp is { } ramp
        && review.Milestones(review.Schedules[0]) is [var first, ..] && first < ramp.Length;
}
