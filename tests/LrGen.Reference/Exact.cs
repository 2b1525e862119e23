using System.Numerics;

namespace LrGen.Reference;

/// <summary>The real functions that schedules are made of, with more than 300 bits after the leading one correct.</summary>
public static class Exact
{
    /// <summary>The bits behind the point in the series, which work on whole numbers: 64 more than a result keeps.</summary>
    private const int Bits = BigReal.Precision + 64;

    /// <summary>The bits of π for argument reduction: near a zero of the cosine the leading <see cref="Bits"/> cancel.</summary>
    private const int ReductionBits = 2 * BigReal.Precision + 320;

    /// <summary>From e^(2^20) on, far outside the doubles, a result is <see cref="BigReal.Huge"/>, and its reciprocal 0.</summary>
    private const int LargestLogarithm = 20;

    private static readonly BigInteger _one = BigInteger.One << Bits;

    // Machin: π = 16·arctan(1/5) − 4·arctan(1/239), with room for the rounding of some 500 terms.
    private static readonly BigInteger _fixedPi =
        (16 * InverseTangent(5, -1, ReductionBits + 16) - 4 * InverseTangent(239, -1, ReductionBits + 16)) >> 16;

    // ln 2 = 2·artanh(1/3).
    private static readonly BigInteger _fixedLn2 = (2 * InverseTangent(3, 1, Bits + 16)) >> 16;

    /// <summary>Gets π.</summary>
    public static BigReal Pi { get; } = new(_fixedPi, -ReductionBits);

    /// <summary>Gets the natural logarithm of 2.</summary>
    public static BigReal Ln2 { get; } = new(_fixedLn2, -Bits);

    /// <summary>Returns e^x.</summary>
    public static BigReal Exp(BigReal x)
    {
        if (x.IsZero)
            return 1;
        if (x.LeadingBit >= LargestLogarithm)
            return x.Sign < 0 ? BigReal.Zero : BigReal.Huge;

        // x = doublings·ln 2 + r with |r| ≤ ln 2 / 2; the series runs on r / 2^12, and 12 squarings undo that.
        const int squarings = 12;
        BigInteger argument = x.ToFixed(Bits);
        BigInteger doublings = RoundedQuotient(argument, _fixedLn2);
        BigInteger r = (argument - doublings * _fixedLn2) >> squarings;
        BigInteger sum = _one;
        BigInteger term = _one;
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * r) >> Bits) / k;
            sum += term;
        }

        for (int i = 0; i < squarings; i++)
            sum = (sum * sum) >> Bits;
        return new(sum, (int)doublings - Bits);
    }

    /// <summary>Returns the natural logarithm of a positive number.</summary>
    public static BigReal Ln(BigReal x)
    {
        if (x.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(x), x, "Only a positive number has a logarithm.");

        // x = m·2^e with m from 0.75 to 1.5, so that the parts below do not cancel where x is near 1.
        int e = x.LeadingBit;
        BigReal m = x * BigReal.PowerOfTwo(-e);
        if (m * 2 >= 3)
        {
            e++;
            m *= BigReal.PowerOfTwo(-1);
        }

        // The double logarithm takes off the first 50 bits: ln m = guess + ln z, and z is 1 but for some 2^−53.
        BigReal guess = BigReal.FromDouble(Math.Log(m.RoundToDouble()));
        BigReal z = m * Exp(-guess);
        BigReal q = (z - 1) / (z + 1);
        BigInteger square = (q * q).ToFixed(Bits);
        BigInteger sum = _one;
        BigInteger power = square;
        for (int k = 3; !power.IsZero; k += 2)
        {
            sum += power / k;
            power = (power * square) >> Bits;
        }

        return Ln2 * e + (guess + q * 2 * new BigReal(sum, -Bits));
    }

    /// <summary>Returns x^y for x of 0 or above; 0^0 is 1, and a result of few bits, such as 0.25^0.5, is exact.</summary>
    public static BigReal Pow(BigReal x, BigReal y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x.Sign, nameof(x));
        if (y.IsZero)
            return 1;
        if (x.IsZero)
            return y.Sign > 0 ? x : throw new DivideByZeroException();

        double estimate = y.RoundToDouble() * EstimateLog2(x);
        if (Math.Abs(estimate) > 1 << LargestLogarithm)
            return estimate < 0 ? BigReal.Zero : BigReal.Huge;

        // Squaring keeps powers of short numbers exact; from some 2^20 on only those of 1 are short, and it would be slower.
        if (y.LeadingBit < LargestLogarithm && y.TryGetInteger(out BigInteger exponent))
            return exponent.Sign > 0 ? IntegerPower(x, exponent) : 1 / IntegerPower(x, -exponent);

        // No irrational power has 140 zero bits by accident: the result with zeros from bit 200 to 340 is the short number.
        BigReal result = Exp(y * Ln(x));
        BigReal brief = result.RoundToBits(200);
        return BigReal.Abs(result - brief) < result * BigReal.PowerOfTwo(-340) ? brief : result;
    }

    /// <summary>Returns the square root of a number that is 0 or above.</summary>
    public static BigReal Sqrt(BigReal x) => x.SquareRoot();

    /// <summary>Returns the cosine of an angle below 2^64.</summary>
    public static BigReal Cos(BigReal x) => SineOfQuadrant(x, 1);

    /// <summary>Returns the sine of an angle below 2^64.</summary>
    public static BigReal Sin(BigReal x) => SineOfQuadrant(x, 0);

    /// <summary>Returns the sine of x + quadrants·π/2.</summary>
    private static BigReal SineOfQuadrant(BigReal x, int quadrants)
    {
        // A small angle is its own remainder; reducing it would cost its bits behind the fixed point.
        if (!x.IsZero && x.LeadingBit >= -1)
        {
            BigInteger angle = x.ToFixed(ReductionBits);
            BigInteger turns = RoundedQuotient(2 * angle, _fixedPi);
            x = new BigReal(2 * angle - turns * _fixedPi, -ReductionBits - 1);
            quadrants += (int)(turns & 3);
        }

        BigReal result = (quadrants & 1) == 0
            ? x * AlternatingSeries(x, 2)
            : AlternatingSeries(x, 1);
        return (quadrants & 2) == 0 ? result : -result;
    }

    /// <summary>Sums 1 − x²/(k·(k + 1)) + …, the cosine for k = 1 and sin(x)/x for k = 2.</summary>
    private static BigReal AlternatingSeries(BigReal x, int k)
    {
        BigInteger square = (x * x).ToFixed(Bits);
        BigInteger sum = _one;
        for (BigInteger term = _one; !term.IsZero; k += 2)
        {
            term = -((term * square) >> Bits) / (k * (k + 1));
            sum += term;
        }

        return new(sum, -Bits);
    }

    /// <summary>Raises to a positive whole power by squaring.</summary>
    private static BigReal IntegerPower(BigReal x, BigInteger exponent)
    {
        BigReal result = 1;
        for (long bit = exponent.GetBitLength() - 1; bit >= 0; bit--)
        {
            result *= result;
            if (!((exponent >> (int)bit) & 1).IsZero)
                result *= x;
        }

        return result;
    }

    /// <summary>Returns log₂ x to double precision, near x = 1 too.</summary>
    private static double EstimateLog2(BigReal x)
    {
        double rounded = x.RoundToDouble();
        return rounded is 0 or double.PositiveInfinity ? x.LeadingBit : Math.Log2(rounded);
    }

    /// <summary>Sums 1/n + sign/(3n³) + 1/(5n⁵) + …: arctan(1/n) for sign −1, artanh(1/n) for 1.</summary>
    private static BigInteger InverseTangent(int n, int sign, int bits)
    {
        BigInteger power = (BigInteger.One << bits) / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power = power * sign / (n * n);
            sum += power / k;
        }

        return sum;
    }

    private static BigInteger RoundedQuotient(BigInteger a, BigInteger b)
    {
        BigInteger doubled = 2 * a + b;
        BigInteger quotient = BigInteger.DivRem(doubled, 2 * b, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
