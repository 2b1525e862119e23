namespace LrGen.Rosetta.Tests;

/// <summary>How close a rate has to be to the number of a system.</summary>
internal static class Closeness
{
    /// <summary>
    /// Below this share of the largest value a double is a difference that has lost digits, such as the end of a straight one-cycle.
    /// </summary>
    private const double NearZero = 1e-5;

    /// <summary>
    /// The same for single precision: what 2 ulp of the largest value would swallow has to be 0 in the system, or next to it.
    /// </summary>
    private const double SingleNearZero = 1e-9;

    /// <summary>The distance of neighbours in single precision among the cosines that are next to −1: from −1 to −1/2.</summary>
    private const double SingleCosineUlp = 1.0 / (1 << 24);

    /// <summary>The first row that differs, in words, or null where all rows agree.</summary>
    /// <param name="rows">The numbers of the system.</param>
    /// <param name="single">Whether the system computes in single precision.</param>
    /// <param name="rate">The declaration.</param>
    /// <param name="halfWave">
    /// The height of the half wave that a system in single precision is on at a step, or 0. It adds height · (1 + cos x) ÷ 2 to the floor
    /// after rounding cos x to a number next to −1, so the sum cannot be closer than that rounding, times half the height: 2 ulp of it.
    /// </param>
    public static string? FirstDifference(
        IReadOnlyList<(long Step, double Value)> rows, bool single, Func<long, double> rate, Func<long, double>? halfWave = null)
    {
        double largest = rows.Max(row => Math.Abs(row.Value));
        foreach (var (step, expected) in rows)
        {
            double actual = rate(step);
            double allowed = single
                ? Math.Max(SinglePrecision(expected, largest), 2 * SingleCosineUlp * (halfWave?.Invoke(step) ?? 0) / 2)
                : DoublePrecision(expected, largest);
            double difference = Math.Abs((single ? (float)actual : actual) - expected);
            // Written so that NaN differs.
            if (!(difference <= allowed))
                return FormattableString.Invariant($"step {step}: {actual:R} instead of {expected:R}");
        }

        return null;
    }

    /// <summary>4 ulp, or 1e-12 of the value: schedulers that multiply the last rate by a factor drift.</summary>
    private static double DoublePrecision(double expected, double largest)
    {
        double value = Math.Abs(expected);
        double allowed = Math.Max(4 * Ulp(value), 1e-12 * value);
        return value <= NearZero * largest ? Math.Max(allowed, 1e-12 * largest) : allowed;
    }

    /// <summary>2 ulp of single precision.</summary>
    private static double SinglePrecision(double expected, double largest)
    {
        double value = Math.Abs(expected);
        return value <= SingleNearZero * largest ? 2 * SingleUlp(largest) : 2 * SingleUlp(value);
    }

    private static double Ulp(double value) => Math.BitIncrement(value) - value;

    private static double SingleUlp(double value) => MathF.BitIncrement((float)value) - (float)value;
}
