namespace LrGen.Rosetta.Tests;

/// <summary>How close a rate has to be to the number of a system.</summary>
internal static class Closeness
{
    /// <summary>Below this share of the largest value a double is a difference that has lost digits, such as the end of a straight one-cycle.</summary>
    private const double NearZero = 1e-5;

    /// <summary>The same for single precision: what 2 ulp of the largest value would swallow has to be 0 in the system, or next to it.</summary>
    private const double SingleNearZero = 1e-9;

    /// <summary>The first row that differs, in words, or null where all rows agree.</summary>
    public static string? FirstDifference(IReadOnlyList<(long Step, double Value)> rows, bool single, Func<long, double> rate)
    {
        double largest = rows.Max(row => Math.Abs(row.Value));
        foreach (var (step, expected) in rows)
        {
            double actual = rate(step);
            double allowed = single ? SinglePrecision(expected, largest) : DoublePrecision(expected, largest);
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
