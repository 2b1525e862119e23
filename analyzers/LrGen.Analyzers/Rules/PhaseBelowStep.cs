using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A phase that is over before the second of its steps: a share where steps are asked for, or a rate and a length that were swapped.</summary>
internal sealed class PhaseBelowStep : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PhaseBelowStep, "Length is below one step",
        "'{0}' of [{1}] is {2}, less than one step; {3}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PhaseBelowStep));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.ShortPhase is not var (schedule, argument, length, rate))
            return null;
        bool isSwapped = rate.Length > 0;
        bool hasFraction = argument is "steps" or "Steps" && schedule.Arguments.Any(a => a.Name == "Fraction") && ScheduleReview.Number(schedule, argument) is < 1;
        string way = isSwapped ? "was it swapped with '" + rate + "', " + Text(ScheduleReview.Number(schedule, rate)!.Value) + "?"
            : hasFraction ? "for a share of the training write Fraction = " + Code(ScheduleReview.Number(schedule, argument)!.Value)
            : "is it in another unit?";
        return new Finding(schedule, argument, argument, schedule.Name, Text(length), way)
        {
            Edit = isSwapped ? new SuggestedEdit(EditKind.SwapValues, rate, "Swap " + argument + " and " + rate)
                // A share needs a whole; and a decay that ends so early would be the next mistake.
                : hasFraction && review.Total is not null && schedule != review.LastSchedule
                    ? new SuggestedEdit(EditKind.ReplaceArgument, "Fraction = " + Code(ScheduleReview.Number(schedule, argument)!.Value), "Use Fraction")
                    : null,
        };
    }
}
