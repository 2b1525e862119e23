using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>Cycles whose tops fall until there is nothing left of them.</summary>
internal sealed class CyclesUnderFloor : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.CyclesUnderFloor, "Cycles end under the floor",
        "Of {0} cycles the last would peak at {1}, under the floor of {2}: the rate stays at the floor",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.CyclesUnderFloor));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.LastSchedule is not { Name: nameof(CosineRestarts) } restarts || review.Curve is null || review.StartOf(restarts) is not { } start
            || ScheduleReview.Number(restarts, "rate") is not { } rate || ScheduleReview.Number(restarts, "Amplitude") is not { } amplitude)
        {
            return null;
        }

        double floor = ScheduleReview.Number(restarts, "Floor") ?? (ScheduleReview.Number(restarts, "FloorRatio") ?? 0) * rate;
        var growth = Rational.SimplestFor(ScheduleReview.Number(restarts, "LengthFactor") ?? 1);
        // Tops that do not fall, or fall to 0, are never under it, however many there are.
        if (review.Length(restarts, "steps") is not { } length || floor <= 0 || amplitude.Equals(1) && rate >= floor)
            return null;
        double limit = ScheduleReview.Number(restarts, "Cycles") ?? (review.Total is null ? 1 : double.PositiveInfinity);
        // A training can have millions of cycles of one length, which need no walk; those that grow are few.
        bool areEven = growth == Rational.One;
        if (areEven && review.Total is { } total)
            limit = Math.Min(limit, (double)((total - start) / length).Ceiling());
        int cycles = 0;
        double top = rate;
        // Past the first cycle under the floor there is nothing more to find.
        for (var end = start; cycles < limit && (areEven || review.Total is null || end < review.Total) && (cycles == 0 || top >= floor); cycles++)
        {
            top = cycles == 0 ? rate : top * amplitude;
            if (!areEven)
                (end, length) = (end + length, length * growth);
        }

        return top < floor
            ? new Finding(restarts, ScheduleReview.Given(restarts, "Floor", "FloorRatio"), NumberText.Integer(cycles), Text(top), Text(floor))
            {
                Replacement = Code(ScheduleReview.Given(restarts, "Floor", "FloorRatio") == "Floor" ? top : top / rate),
            }
            : null;
    }
}
