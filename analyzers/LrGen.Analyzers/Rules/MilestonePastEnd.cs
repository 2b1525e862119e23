using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A step at which the rate is to change, but the training is over by then.</summary>
internal sealed class MilestonePastEnd : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.MilestonePastEnd, "Milestone is past the end of the training",
        "The milestone {0} is never reached: the training ends at {1}; was the recipe longer, or does it count something else?",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MilestonePastEnd));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        // A warm-up that takes the whole training is said first.
        if (WarmupAsLongAsTraining.Holds(review) || First(review) is not var (attribute, index, milestone))
            return null;
        string name = ScheduleReview.Given(attribute, "milestones", "boundaries");
        return new Finding(attribute, name + "[" + NumberText.Integer(index) + "]", Text(milestone), Text(review.Total!.Value))
        {
            // Steps where epochs are counted.
            Edit = review.Facts.StepsPerEpoch is { } perEpoch && perEpoch > Rational.One && milestone / perEpoch < review.Total
                ? new SuggestedEdit(EditKind.DivideElements, Code(perEpoch), "Convert the steps to epochs")
                : null,
        };
    }

    public static bool Holds(ScheduleReview review) => First(review) is not null;

    private static (LrGen.Generator.Declarations.AttributeModel Attribute, int Index, Rational Milestone)? First(ScheduleReview review)
    {
        if (review.Total is not { Sign: > 0 } total)
            return null;
        foreach (var schedule in review.Schedules)
        {
            var milestones = review.Milestones(schedule);
            // The last point of lines is their end, and can be that of the training, or lie after it, as any end can.
            int count = milestones.Count - (schedule.Name == nameof(PiecewiseInterpolated) ? 1 : 0);
            for (int i = 0; i < count; i++)
            {
                if (milestones[i] >= total)
                    return (schedule, i, milestones[i]);
            }
        }

        return null;
    }
}
