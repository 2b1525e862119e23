using System;

namespace LrGen.CompilerServices;

/// <summary>2^x in additions and multiplications alone, which have the same bits on every platform; Math.Exp and Math.Pow have not.</summary>
internal static class PowerOfTwo
{
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>
    /// Returns 2^x for x from −1,000 to 1,000, within 2 units in the last place of the double x.
    /// </summary>
    /// <remarks>
    /// x = n + r with r from −1/2 to 1/2; 2^r = e^(r ln 2) is its Taylor polynomial of degree 13, whose rest is below
    /// (ln 2 / 2)^14 / 14! = 4.2e-18, and 2^n is an exponent.
    /// </remarks>
    public static double At(double x)
    {
        double n = Math.Floor(x + 0.5);
        double y = (x - n) * Ln2;
        double sum = 1.0 / 6227020800;
        sum = sum * y + 1.0 / 479001600;
        sum = sum * y + 1.0 / 39916800;
        sum = sum * y + 1.0 / 3628800;
        sum = sum * y + 1.0 / 362880;
        sum = sum * y + 1.0 / 40320;
        sum = sum * y + 1.0 / 5040;
        sum = sum * y + 1.0 / 720;
        sum = sum * y + 1.0 / 120;
        sum = sum * y + 1.0 / 24;
        sum = sum * y + 1.0 / 6;
        sum = sum * y + 0.5;
        sum = sum * y + 1.0;
        sum = sum * y + 1.0;
        return sum * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }
}
