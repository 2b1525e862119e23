using System.Numerics;
using LrGen.Generator.Numerics;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Drawing;

/// <summary>The points that a line is drawn through.</summary>
internal static class Samples
{
    /// <summary>Boundaries beyond this many are closer together than pixels.</summary>
    private const int MostBoundaries = 1_000;

    /// <summary>
    /// Whole steps from 0 to the last, evenly spread, and both sides of every boundary, so that a jump is drawn as one. What throws is left out.
    /// </summary>
    public static IReadOnlyList<(long Step, double Value)> Of(QuantityCurve drawn, long last, int count)
    {
        var steps = new SortedSet<long>();
        for (int i = 0; i < count; i++)
            steps.Add((long)((BigInteger)last * i / Math.Max(count - 1, 1)));
        foreach (var piece in drawn.Curve.Pieces.Take(MostBoundaries))
        {
            if (piece.Start > 0 && piece.Start <= last)
            {
                steps.Add((long)piece.Start - 1);
                steps.Add((long)piece.Start);
            }
        }

        if (drawn.PeakStep <= last)
            steps.Add(drawn.PeakStep);
        return [.. steps.Select(s => (s, Value: drawn.Curve.Evaluate(s, Real.Quick)?.ToDouble())).Where(p => p.Value is not null).Select(p => (p.s, p.Value!.Value))];
    }
}
