using System.Numerics;

namespace LrGen.Generator.Numerics;

/// <summary>An exact fraction in lowest terms.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorLessOne;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public static Rational Half => new(1, 2);

    public BigInteger Numerator { get; }

    /// <summary>Always positive; stored less one so that the default value is 0/1.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    public int Sign => Numerator.Sign;

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => _denominatorLessOne.IsZero;

    public static implicit operator Rational(long value) => new(value, 1);

    public static implicit operator Rational(BigInteger value) => new(value, 1);

    public static Rational operator +(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    public static Rational Abs(Rational a) => a.Sign < 0 ? -a : a;

    public static Rational Pow(Rational a, int exponent) => exponent >= 0
        ? new(BigInteger.Pow(a.Numerator, exponent), BigInteger.Pow(a.Denominator, exponent))
        : new(BigInteger.Pow(a.Denominator, -exponent), BigInteger.Pow(a.Numerator, -exponent));

    /// <summary>2 to an integer power.</summary>
    public static Rational PowerOfTwo(int exponent) =>
        exponent >= 0 ? new(BigInteger.One << exponent, 1) : new(1, BigInteger.One << -exponent);

    /// <summary>The exact value of a finite double.</summary>
    public static Rational FromDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0x7FF)
            throw new ArgumentOutOfRangeException(nameof(value), "An exact value exists only for finite numbers.");
        var mantissa = new BigInteger(exponent == 0 ? fraction : fraction | (1L << 52));
        return (bits < 0 ? -mantissa : mantissa) * PowerOfTwo(Math.Max(exponent, 1) - 1075);
    }

    /// <summary>
    /// The fraction with the smallest denominator that rounds to <paramref name="value"/>: what the author of 2.4 or 7.0 / 3 meant.
    /// Its numerator times its denominator stays below 2^55, so that positions can be computed in 64 bits.
    /// </summary>
    public static Rational SimplestFor(double value)
    {
        var exact = FromDouble(value);
        if (exact.IsInteger)
            return exact;
        if (value < 0)
            return -SimplestFor(-value);
        long bits = BitConverter.DoubleToInt64Bits(value);
        var low = (exact + FromDouble(BitConverter.Int64BitsToDouble(bits - 1))) * Half;
        var high = (exact + FromDouble(BitConverter.Int64BitsToDouble(bits + 1))) * Half;
        return SimplestBetween(low, high);
    }

    /// <summary>The largest integer that is not above this fraction.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer that is not below this fraction.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The nearest double, ties to even; infinite above the range of double.</summary>
    public double ToDouble() => RoundToBits(53);

    /// <summary>The nearest double with at most <paramref name="bits"/> significant bits, ties to even.</summary>
    public double RoundToBits(int bits)
    {
        if (IsZero)
            return 0;
        var magnitude = BigInteger.Abs(Numerator);
        int exponent = BitLength(magnitude) - BitLength(Denominator);
        // The quotient lies in (2^(exponent−1), 2^(exponent+1)): keep one bit too many, then drop it if it is there.
        int shift = Math.Max(exponent - bits, -1074);
        var mantissa = DivideRounded(magnitude, Denominator, shift);
        if (BitLength(mantissa) > bits)
        {
            shift++;
            mantissa = DivideRounded(magnitude, Denominator, shift);
        }

        double result = ScaleExactly(mantissa, shift);
        return Numerator.Sign < 0 ? -result : result;
    }

    /// <summary>The same number where it is short; else one of so many bits next to it, ties to even.</summary>
    public Rational Shortened(int bits)
    {
        int length = BitLength(BigInteger.Abs(Numerator)), exponent = length - BitLength(Denominator);
        if (length <= bits * 4 && length - exponent <= bits * 4)
            return this;
        int shift = exponent - bits;
        var mantissa = DivideRounded(BigInteger.Abs(Numerator), Denominator, shift);
        return (Numerator.Sign < 0 ? -mantissa : mantissa) * PowerOfTwo(shift);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => Numerator.GetHashCode() * 31 + _denominatorLessOne.GetHashCode();

    public override string ToString() => IsInteger ? Numerator.ToString() : Numerator + "/" + Denominator;

    /// <summary>The number of bits of a positive integer without leading zeros.</summary>
    internal static int BitLength(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        int top = bytes.Length - 1;
        while (top > 0 && bytes[top] == 0)
            top--;
        int length = top * 8;
        for (int b = bytes[top]; b != 0; b >>= 1)
            length++;
        return length;
    }

    private static Rational SimplestBetween(Rational low, Rational high)
    {
        var whole = low.Floor();
        if (new Rational(whole, 1) == low)
            return low;
        if (new Rational(whole + 1, 1) <= high)
            return whole + 1;
        return whole + One / SimplestBetween(One / (high - whole), One / (low - whole));
    }

    /// <summary>round(numerator / (denominator · 2^shift)), ties to even.</summary>
    private static BigInteger DivideRounded(BigInteger numerator, BigInteger denominator, int shift)
    {
        if (shift >= 0)
            denominator <<= shift;
        else
            numerator <<= -shift;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        int half = (remainder * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static double ScaleExactly(BigInteger mantissa, int shift)
    {
        int length = BitLength(mantissa);
        if (mantissa.IsZero)
            return 0;
        if (length + shift > 1024)
            return double.PositiveInfinity;
        // A rounding that carried into a 54th bit left a trailing zero.
        while (length > 53)
        {
            mantissa >>= 1;
            shift++;
            length--;
        }

        long bits = (long)mantissa;
        while (length < 53 && shift > -1074)
        {
            bits <<= 1;
            shift--;
            length++;
        }

        return length < 53
            ? BitConverter.Int64BitsToDouble(bits)
            : BitConverter.Int64BitsToDouble(((long)(shift + 1075) << 52) | (bits & 0xF_FFFF_FFFF_FFFF));
    }
}
