using System.Numerics;
using LrGen.Generator.Numerics;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Drawing;

/// <summary>The points that a line is drawn through.</summary>
internal static class Samples
{
    /// <summary>Boundaries beyond this many are closer together than pixels.</summary>
    private const int MostBoundaries = 1_000;

    private const int MostMilestones = 24;

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
        var points = new List<(long Step, double Value)>();
        foreach (long step in steps)
        {
            if (Value(step) is not { } value)
                continue;
            // Between two levels lies a jump, which is looked for where the curve has no boundary of its own: in endless staircases and repetitions.
            if (points is [.., var before, var level] && level.Value.Equals(before.Value) && !value.Equals(level.Value) && step - level.Step > 1)
                AddJump(level, step);
            points.Add((step, value));
        }

        return points;

        void AddJump((long Step, double Value) level, long high)
        {
            long low = level.Step;
            while (high - low > 1)
            {
                long middle = low + (high - low) / 2;
                if (Value(middle) is { } value && value.Equals(level.Value))
                    low = middle;
                else
                    high = middle;
            }

            points.Add((low, level.Value));
            if (Value(high) is { } after)
                points.Add((high, after));
        }

        double? Value(long step) => drawn.Curve.Evaluate(step, Real.Quick)?.ToDouble();
    }

    /// <summary>The steps at which a level gives way to another; none where there are so many that they are a texture.</summary>
    public static IReadOnlyList<long> Milestones(IReadOnlyList<(long Step, double Value)> points)
    {
        var steps = new List<long>();
        for (int i = 1; i < points.Count - 2; i++)
        {
            bool isJump = points[i + 1].Step == points[i].Step + 1 && !points[i + 1].Value.Equals(points[i].Value);
            if (isJump && points[i - 1].Value.Equals(points[i].Value) && points[i + 2].Value.Equals(points[i + 1].Value))
                steps.Add(points[i + 1].Step);
        }

        return steps.Count <= MostMilestones ? steps : [];
    }
}
