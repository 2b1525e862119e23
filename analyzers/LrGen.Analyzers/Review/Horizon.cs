using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Analyzers.Review;

/// <summary>How the end of a decay lies to the end of the training.</summary>
/// <param name="Attribute">The schedule that ends.</param>
/// <param name="Argument">The argument that says when; empty where none does.</param>
/// <param name="End">The step after which nothing changes.</param>
/// <param name="Total">The length of the training.</param>
/// <param name="IsLength">Whether the declaration gives the end as a length, instead of coming to it.</param>
internal sealed record Horizon(AttributeModel Attribute, string Argument, Rational End, Rational Total, bool IsLength)
{
    private static readonly string[] s_lengths = ["steps", "Steps", "decaySteps", "Fraction", "milestones", "boundaries", "batches"];

    /// <summary>The share of the training that is over when the decay is.</summary>
    public Rational Share => End / Total;

    /// <summary>Whether the length is that of the training in micro-batches instead of updates.</summary>
    public bool CountsMicroBatches(TrainingFacts facts) => IsLength && facts.GradientAccumulation is > 1 and var accumulation
        && Rational.Abs(End / (Total * Rational.FromDouble(accumulation)) - Rational.One) <= new Rational(1, 100);

    /// <summary>The horizon of a decay that ends below its peak; null where the rate does not decay, has no end, or the training none.</summary>
    public static Horizon? Of(ScheduleReview review)
    {
        if (review.Total is not { Sign: > 0 } total || review.Curve is not { AfterEnd: null or { Kind: AfterEnd.Throw } } curve
            || review.LastSchedule is not { } last || review.ShortPhase is not null || review.Modifiers.Any(m => m.Name == nameof(Repeat)))
        {
            return null;
        }

        // A decay without a length is over where it comes to its floor, or its last level.
        var end = review.End ?? (curve.Pieces[curve.Pieces.Count - 1] is { Constant: > 0 } held ? (Rational)held.Start : Rational.Zero);
        if (end.Sign <= 0 || review.At(end) >= review.ExactPeak)
            return null;
        return new Horizon(last, ScheduleReview.Given(last, s_lengths), end, total, review.End is not null);
    }
}
