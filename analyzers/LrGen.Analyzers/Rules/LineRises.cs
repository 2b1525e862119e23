using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A linear decay that is the end of a training but goes up: its two rates were swapped, as a floor and a rate can be. A line that rises to
/// another phase, or to find a rate, is meant.
/// </summary>
internal sealed class LineRises : CurveRule
{
    private static readonly Rational s_most = Rational.Half;

    public override DiagnosticDescriptor Descriptor => Descriptors.FloorAboveRate;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.LastSchedule is not { Name: nameof(LinearDecay) } line || ScheduleReview.Number(line, "from") is not { } from
            || ScheduleReview.Number(line, "to") is not { } to || to <= from || ScheduleReview.Number(line, "AfterEnd") is > 0)
        {
            return null;
        }

        bool isTheTraining = review.Warmup is not null || review.Total is { } total && review.StartOf(line) is { } start && start < total * s_most;
        return isTheTraining ? new Finding(line, "to", "to", NumberText.Shortest(to), Text(to), Text(from)) { Edit = new SuggestedEdit(EditKind.SwapValues, "from", "Swap from and to") } : null;
    }
}
