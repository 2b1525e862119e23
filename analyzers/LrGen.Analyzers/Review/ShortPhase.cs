using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Review;

/// <summary>A length that no whole step fits in.</summary>
/// <param name="Schedule">The schedule with the length.</param>
/// <param name="Argument">The argument that gives it.</param>
/// <param name="Length">The length, in what the step parameter counts.</param>
/// <param name="SwappedRate">The argument with a rate that looks like the length, while the length looks like a rate; empty where none does.</param>
internal sealed record ShortPhase(AttributeModel Schedule, string Argument, Rational Length, string SwappedRate)
{
    private static readonly string[] s_lengths = ["steps", "Steps", "warmupSteps", "holdSteps", "stableSteps", "decaySteps", "stepsUp", "StepsDown"];

    /// <summary>Intervals, which may be shorter than a step, but not beside a rate that is a number of steps.</summary>
    private static readonly string[] s_intervals = ["every", "timescale", "midpoint"];

    private static readonly string[] s_rates = ["rate", "peak", "high", "from", "to"];

    /// <summary>The first of a schedule; null where there is none.</summary>
    public static ShortPhase? Of(ScheduleReview review)
    {
        foreach (var schedule in review.Schedules)
        {
            string swapped = s_rates.FirstOrDefault(r => ScheduleReview.Number(schedule, r) > 1) ?? string.Empty;
            foreach (string name in swapped.Length > 0 ? s_lengths.Concat(s_intervals) : s_lengths)
            {
                if (ScheduleReview.Given(schedule, name).Length > 0 && review.Length(schedule, name) is { Sign: > 0 } length && length < Rational.One)
                    return new ShortPhase(schedule, name, length, ScheduleReview.Number(schedule, name) < 1 ? swapped : string.Empty);
            }
        }

        return null;
    }
}
