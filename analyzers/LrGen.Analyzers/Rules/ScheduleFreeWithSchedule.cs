using LrGen.Analyzers.Review;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A schedule-free optimizer with a decay, which its average is instead of, or with a warm-up beside its own.</summary>
internal sealed class ScheduleFreeWithSchedule : CurveRule
{
    /// <summary>How many powers of 2 a schedule without an end is looked at.</summary>
    private const int Doublings = 40;

    private const string WarmupSteps = nameof(WarmupSteps);

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.ScheduleFreeWithSchedule, "Schedule-free optimizer has a schedule", "[{0}] {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ScheduleFreeWithSchedule));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Rule is not { } rule || !Families.Rule(rule.Name)!.IsScheduleFree || review.IsSearch)
            return null;
        if (Decay(review) is { } decay)
        {
            return new Finding(decay, string.Empty, rule.Name,
                "averages its parameters instead of decaying the rate, and with [" + decay.Name + "] both slow it down; give a constant rate")
            {
                Edit = Edit(review, rule, decay),
            };
        }

        return review.Warmup is { } warmup
            ? new Finding(warmup, string.Empty, rule.Name, "has a warm-up of its own, by which it weighs the average; give " + WarmupSteps + " instead of [Warmup]")
            {
                Edit = Edit(review, rule, decay: null),
            }
            : null;
    }

    /// <summary>The attribute that makes the rate fall; null where none does, or where only run time knows.</summary>
    private static AttributeModel? Decay(ScheduleReview review)
    {
        var modifier = review.Modifiers.FirstOrDefault(m => m.Name is nameof(Cooldown));
        var schedule = review.Schedules.LastOrDefault(s => s.Name is not (nameof(Constant) or nameof(Use) or nameof(Function)));
        if (review.Curve is not { } curve)
            return schedule ?? modifier;
        // Noise goes up and down around what the schedule says.
        return review.Modifiers.All(m => m.Name != nameof(Noise)) && Falls(review, curve) ? schedule ?? modifier ?? review.LastSchedule : null;
    }

    /// <summary>Whether the rate comes below its peak after it.</summary>
    private static bool Falls(ScheduleReview review, Curve curve)
    {
        Rational peak = (Rational)curve.PeakStep;
        var times = Enumerable.Range(0, Doublings).Select(i => peak + (Rational)(1L << i));
        var bounds = curve.Pieces.SelectMany(p => new[] { (Rational)p.Start, (Rational)((p.End ?? p.Start + 1) - 1) }).Where(t => t > peak);
        return times.Concat(bounds).Any(t => review.At(t) < review.ExactPeak);
    }

    /// <summary>A constant rate and the optimizer's own warm-up; null where the declaration says more than these can.</summary>
    private static SuggestedEdit? Edit(ScheduleReview review, AttributeModel rule, AttributeModel? decay)
    {
        var warmup = review.Warmup;
        string constant = "Constant(" + Code(review.Peak) + ")";
        bool isPlain = review.Modifiers.All(m => m == warmup) && review.Attributes.Select(a => a.Name).Distinct().Count() == review.Attributes.Count
            && (decay is null || review.Schedules.Count == 1 && review.Peak > 0 && (review.KnowsPeak || ScheduleReview.Number(review.PeakArgument.Attribute, review.PeakArgument.Argument) is not null));
        // The warm-up inside is a line from 0.
        if (!isPlain || warmup is not null && (review.Ramp is null || warmup.Arguments.Any(a => a.Source == ArgumentSource.Given && a.Name is not ("steps" or "Fraction" or "Unit"))))
            return null;
        bool hasOwn = ScheduleReview.Given(rule, WarmupSteps).Length > 0;
        string own = warmup is null || hasOwn ? string.Empty : WarmupSteps + " = " + Code(review.Ramp!.Value.Length);
        string[] parts =
        [
            decay is null ? string.Empty : decay.Name + ": " + constant,
            warmup is null ? string.Empty : warmup.Name,
            own.Length == 0 ? string.Empty : rule.Name + ": " + own,
        ];
        string[] words = [.. new[] { decay is null ? string.Empty : "[" + constant + "]", own }.Where(w => w.Length > 0)];
        return new SuggestedEdit(EditKind.HoldRate, string.Join("\n", parts), words.Length == 0 ? "Remove [Warmup]" : "Use " + string.Join(" and ", words));
    }
}
