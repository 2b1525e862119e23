using System.Numerics;

namespace LrGen.Generator.Numerics;

/// <summary>
/// The transcendental functions to any number of bits, in integer arithmetic only: the same result on every machine, unlike
/// <see cref="Math"/>, whose last bit comes from the platform's C library.
/// </summary>
internal static class Real
{
    /// <summary>Enough for a double times a step count times a safety margin: constants of generated code.</summary>
    public const int Precise = 256;

    /// <summary>Enough for a value that is shown, or rounded once to a double, in almost all cases.</summary>
    public const int Quick = 96;

    private const int Guard = 32;

    private static readonly BigInteger s_ln2 = Ln2Fixed(Precise + 2 * Guard);
    private static readonly BigInteger s_pi = PiFixed(Precise + 2 * Guard);

    /// <summary>π.</summary>
    public static Rational Pi { get; } = new(s_pi, BigInteger.One << (Precise + 2 * Guard));

    /// <summary>The natural logarithm of 2.</summary>
    public static Rational Ln2 { get; } = new(s_ln2, BigInteger.One << (Precise + 2 * Guard));

    /// <summary>The natural logarithm of a positive number, to an absolute error of 2^−bits.</summary>
    public static Rational Ln(Rational value, int bits)
    {
        int fraction = bits + Guard;
        int exponent = Rational.BitLength(value.Numerator) - Rational.BitLength(value.Denominator);
        var mantissa = value * Rational.PowerOfTwo(-exponent);
        if (mantissa > new Rational(3, 2))
        {
            mantissa *= Rational.Half;
            exponent++;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)), with |z| ≤ 1/3 after the reduction.
        var z = ToFixed((mantissa - 1) / (mantissa + 1), fraction);
        return FromFixed(2 * ArtanhFixed(z, fraction) + exponent * (s_ln2 >> (Precise + 2 * Guard - fraction)), fraction);
    }

    /// <summary>The binary logarithm of a positive number, to a relative error of about 2^−bits.</summary>
    public static Rational Log2(Rational value, int bits) => Ln(value, bits + 16) / Ln2;

    /// <summary>e to a power, to a relative error of about 2^−bits.</summary>
    public static Rational Exp(Rational power, int bits)
    {
        int fraction = bits + Guard;
        var whole = (power / Ln2 + Rational.Half).Floor();
        // Beyond these a double is 0 or infinite many times over; the exact size of such numbers would fill the memory.
        if (whole > 100_000)
            return Rational.PowerOfTwo(100_000);
        if (whole < -100_000)
            return Rational.Zero;
        var rest = ToFixed(power - whole * Ln2, fraction);

        const int Halvings = 8;
        var x = rest >> Halvings;
        var one = BigInteger.One << fraction;
        var sum = one;
        var term = one;
        for (int n = 1; !term.IsZero && n < 1000; n++)
        {
            term = (term * x >> fraction) / n;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
            sum = sum * sum >> fraction;
        return FromFixed(sum, fraction) * Rational.PowerOfTwo((int)whole);
    }

    /// <summary>A non-negative number to a power, to a relative error of about 2^−bits; exact for small whole powers.</summary>
    public static Rational Pow(Rational value, Rational power, int bits)
    {
        if (power.IsZero || value == Rational.One)
            return Rational.One;
        if (value.IsZero)
            return Rational.Zero;
        if (power.IsInteger && BigInteger.Abs(power.Numerator) <= 64)
            return Rational.Pow(value, (int)power.Numerator);
        return Exp(Ln(value, bits + 64) * power, bits);
    }

    /// <summary>The square root of a non-negative number, to a relative error of about 2^−bits.</summary>
    public static Rational Sqrt(Rational value, int bits)
    {
        if (value.IsZero)
            return value;
        int exponent = Rational.BitLength(value.Numerator) - Rational.BitLength(value.Denominator);
        int shift = 2 * bits - exponent;
        shift += shift & 1;
        var scaled = (value * Rational.PowerOfTwo(shift)).Floor();
        return IntegerSqrt(scaled) * Rational.PowerOfTwo(-shift / 2);
    }

    /// <summary>(1 − cos πx)/2, which is sin²(πx/2), for x from 0 to 1, to a relative error of about 2^−bits.</summary>
    public static Rational HalfWave(Rational x, int bits)
    {
        if (x > Rational.Half)
            return Rational.One - HalfWave(Rational.One - x, bits);
        if (x.IsZero)
            return x;
        int fraction = bits + Guard + 2 * Math.Max(0, Rational.BitLength(x.Denominator) - Rational.BitLength(x.Numerator));
        var angle = ToFixed(Pi * x, fraction);
        var square = angle * angle >> fraction;
        var term = square >> 2;
        var sum = term;
        for (int n = 2; !term.IsZero && n < 1000; n++)
        {
            term = -(term * square >> fraction) / ((2 * n - 1) * (2 * n));
            sum += term;
        }

        return FromFixed(sum, fraction);
    }

    private static BigInteger ToFixed(Rational value, int fraction) => (value * Rational.PowerOfTwo(fraction)).Floor();

    private static Rational FromFixed(BigInteger value, int fraction) => new(value, BigInteger.One << fraction);

    private static BigInteger ArtanhFixed(BigInteger z, int fraction)
    {
        var square = z * z >> fraction;
        var power = z;
        var sum = z;
        for (int n = 3; !power.IsZero && n < 4000; n += 2)
        {
            power = power * square >> fraction;
            // Shifting a negative number never reaches zero, it stays at −1.
            if (power == BigInteger.MinusOne)
                break;
            sum += power / n;
        }

        return sum;
    }

    private static BigInteger Ln2Fixed(int fraction) => 2 * ArtanhFixed((BigInteger.One << fraction) / 3, fraction);

    /// <summary>Machin: π = 16 arctan 1/5 − 4 arctan 1/239.</summary>
    private static BigInteger PiFixed(int fraction)
    {
        int work = fraction + 16;
        return (16 * ArctanOfInverse(5, work) - 4 * ArctanOfInverse(239, work)) >> 16;

        static BigInteger ArctanOfInverse(int n, int bits)
        {
            var power = (BigInteger.One << bits) / n;
            var sum = power;
            for (int k = 3, sign = -1; !power.IsZero; k += 2, sign = -sign)
            {
                power /= n * n;
                sum += sign * (power / k);
            }

            return sum;
        }
    }

    private static BigInteger IntegerSqrt(BigInteger value)
    {
        var root = BigInteger.One << (Rational.BitLength(value) / 2 + 1);
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
