using System.Numerics;

namespace LrGen.Tool.Schedules;

/// <summary>Where two curves differ, and by how much.</summary>
internal sealed record Difference
{
    /// <summary>Up to this many steps every one is looked at.</summary>
    private const int MostSteps = 2_000;

    /// <summary>How many steps were looked at, from 0 to <see cref="LastStep"/>.</summary>
    public required int Looked { get; init; }

    public required long LastStep { get; init; }

    public required int Differing { get; init; }

    public required long FirstStep { get; init; }

    /// <summary>The step with the largest difference, with both values.</summary>
    public required long LargestStep { get; init; }

    public required double One { get; init; }

    public required double Other { get; init; }

    /// <summary>The sum of one's values over the sum of the other's: how much more or less is trained in all.</summary>
    public required double ShareOfSum { get; init; }

    public bool IsNone => Differing == 0;

    /// <summary>Whether every step was looked at.</summary>
    public bool IsComplete => Looked == LastStep + 1;

    /// <param name="one">A curve.</param>
    /// <param name="other">The curve that it is compared with.</param>
    /// <param name="last">The last step; null for the later of the two ends.</param>
    /// <param name="tolerance">The relative difference that counts as none.</param>
    public static Difference Of(QuantityCurve one, QuantityCurve other, long? last, double tolerance)
    {
        long end = last ?? Math.Max(one.Horizon, other.Horizon);
        var found = new Difference { Looked = 0, LastStep = end, Differing = 0, FirstStep = -1, LargestStep = 0, One = 0, Other = 0, ShareOfSum = 1 };
        double largest = -1, sumOfOne = 0, sumOfOther = 0;
        foreach (long step in Steps(one, other, end))
        {
            double a = one.At(step), b = other.At(step);
            found = found with { Looked = found.Looked + 1 };
            sumOfOne += double.IsNaN(a) ? 0 : a;
            sumOfOther += double.IsNaN(b) ? 0 : b;
            // Where one of the two throws, they differ as much as can be.
            double difference = a.Equals(b) ? 0 : double.IsNaN(a) || double.IsNaN(b) ? double.MaxValue : Math.Abs(a - b);
            if (difference > tolerance * Math.Max(Math.Abs(a), Math.Abs(b)))
                found = found with { Differing = found.Differing + 1, FirstStep = found.FirstStep < 0 ? step : found.FirstStep };
            if (difference > largest)
            {
                largest = difference;
                found = found with { LargestStep = step, One = a, Other = b };
            }
        }

        return found with { ShareOfSum = sumOfOther / sumOfOne };
    }

    private static IEnumerable<long> Steps(QuantityCurve one, QuantityCurve other, long end)
    {
        if (end < MostSteps)
            return Enumerable.Range(0, (int)end + 1).Select(s => (long)s);
        var steps = new SortedSet<long>();
        for (int i = 0; i < MostSteps; i++)
            steps.Add((long)((BigInteger)end * i / (MostSteps - 1)));
        foreach (var curve in new[] { one, other })
        {
            steps.Add(Math.Min(curve.PeakStep, end));
            foreach (var piece in curve.Curve.Pieces.Where(p => p.Start > 0 && p.Start <= end).Take(MostSteps / 4))
            {
                steps.Add((long)piece.Start - 1);
                steps.Add((long)piece.Start);
            }
        }

        return steps;
    }
}
