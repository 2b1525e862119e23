using System.Numerics;

namespace LrGen.Reference;

/// <summary>A binary floating-point number of <see cref="Precision"/> bits: mantissa · 2^exponent, practically without bounds.</summary>
public readonly struct BigReal : IComparable<BigReal>
{
    /// <summary>The bits of a mantissa; +, −, ×, ÷ and √ are wrong by at most one unit of the last of them.</summary>
    public const int Precision = 384;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    /// <summary>Rounds mantissa · 2^exponent to <see cref="Precision"/> bits.</summary>
    public BigReal(BigInteger mantissa, int exponent)
        : this(mantissa, exponent, Precision)
    {
    }

    private BigReal(BigInteger mantissa, int exponent, int bits)
    {
        int excess = (int)mantissa.GetBitLength() - bits;
        if (excess > 0)
        {
            mantissa = (mantissa + (BigInteger.One << (excess - 1))) >> excess;
            exponent += excess;
        }

        _mantissa = mantissa;
        _exponent = mantissa.IsZero ? 0 : exponent;
    }

    /// <summary>Gets 0.</summary>
    public static BigReal Zero => default;

    /// <summary>Gets the stand-in for whatever is far above every double; it rounds to +∞.</summary>
    public static BigReal Huge { get; } = PowerOfTwo(1 << 21);

    /// <summary>Gets −1, 0 or 1.</summary>
    public int Sign => _mantissa.Sign;

    /// <summary>Gets whether this is 0.</summary>
    public bool IsZero => _mantissa.IsZero;

    /// <summary>Gets e with 2^e ≤ |this| &lt; 2^(e + 1); meaningless for 0.</summary>
    public int LeadingBit => (int)BigInteger.Abs(_mantissa).GetBitLength() - 1 + _exponent;

    public static implicit operator BigReal(long value) => new(value, 0);

    public static implicit operator BigReal(Rational value)
    {
        // Enough bits before the division that the quotient has a few more than it keeps.
        int shift = Math.Max(0, Precision + 8 + (int)(value.Denominator.GetBitLength() - value.Numerator.GetBitLength()));
        return new((value.Numerator << shift) / value.Denominator, -shift);
    }

    public static BigReal operator -(BigReal a) => new(-a._mantissa, a._exponent);

    public static BigReal operator +(BigReal a, BigReal b)
    {
        if (a.IsZero || b.IsZero)
            return a.IsZero ? b : a;
        if (a._exponent < b._exponent)
            (a, b) = (b, a);

        // A summand wholly behind the last bit of the other is dropped, so that 1e300 + 1e-300 costs no shift by 2,000 bits.
        if (a.LeadingBit - b.LeadingBit > Precision + 2)
            return a;
        if (b.LeadingBit - a.LeadingBit > Precision + 2)
            return b;
        return new((a._mantissa << (a._exponent - b._exponent)) + b._mantissa, b._exponent);
    }

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) => new(a._mantissa * b._mantissa, a._exponent + b._exponent);

    public static BigReal operator /(BigReal a, BigReal b)
    {
        int shift = Math.Max(0, Precision + 8 + (int)(b._mantissa.GetBitLength() - a._mantissa.GetBitLength()));
        return new((a._mantissa << shift) / b._mantissa, a._exponent - b._exponent - shift);
    }

    public static bool operator <(BigReal a, BigReal b) => a.CompareTo(b) < 0;

    public static bool operator >(BigReal a, BigReal b) => a.CompareTo(b) > 0;

    public static bool operator <=(BigReal a, BigReal b) => a.CompareTo(b) <= 0;

    public static bool operator >=(BigReal a, BigReal b) => a.CompareTo(b) >= 0;

    /// <summary>Returns 2^exponent.</summary>
    public static BigReal PowerOfTwo(int exponent) => new(BigInteger.One, exponent);

    /// <summary>Returns the exact value of a finite double.</summary>
    public static BigReal FromDouble(double value)
    {
        (BigInteger mantissa, int exponent) = Decompose(value);
        return new(mantissa, exponent);
    }

    /// <summary>Returns the larger of two numbers.</summary>
    public static BigReal Max(BigReal a, BigReal b) => a < b ? b : a;

    /// <summary>Returns the absolute value.</summary>
    public static BigReal Abs(BigReal value) => value.Sign < 0 ? -value : value;

    /// <summary>Returns the number rounded to fewer bits.</summary>
    public BigReal RoundToBits(int bits) => new(_mantissa, _exponent, bits);

    /// <summary>Returns ⌊this · 2^bits⌋.</summary>
    public BigInteger ToFixed(int bits)
    {
        int shift = _exponent + bits;
        return shift >= 0 ? _mantissa << shift : _mantissa >> -shift;
    }

    /// <summary>Returns whether this is a whole number, and which.</summary>
    public bool TryGetInteger(out BigInteger value)
    {
        value = ToFixed(0);
        return CompareTo(new(value, 0)) == 0;
    }

    /// <summary>Returns the nearest double, ties to even; subnormal where it is that small, ±∞ beyond the largest.</summary>
    public double RoundToDouble()
    {
        if (IsZero)
            return 0;
        if (LeadingBit is > 1023 or < -1076)
            return LeadingBit > 0 ? Sign * double.PositiveInfinity : 0;
        int lastPlace = Math.Max(LeadingBit - 52, -1074);
        int dropped = lastPlace - _exponent;
        BigInteger magnitude = BigInteger.Abs(_mantissa);
        BigInteger kept = magnitude << Math.Max(-dropped, 0);
        if (dropped > 0)
        {
            kept = magnitude >> dropped;
            int comparison = (magnitude - (kept << dropped)).CompareTo(BigInteger.One << (dropped - 1));
            if (comparison > 0 || (comparison == 0 && !kept.IsEven))
                kept++;
        }

        // At most 53 bits are left, so neither conversion rounds; the carry past the largest double gives ∞.
        return Sign * Math.ScaleB((double)(long)kept, lastPlace);
    }

    /// <summary>Returns |computed − this| in units of the last place of the double nearest to this.</summary>
    public double UlpsFrom(double computed)
    {
        double nearest = RoundToDouble();
        if (!double.IsFinite(nearest) || !double.IsFinite(computed))
            return nearest.Equals(computed) ? 0 : double.PositiveInfinity;
        int lastPlace = Math.Max(Math.ILogB(nearest), -1022) - 52;
        return (Abs(FromDouble(computed) - this) * PowerOfTwo(-lastPlace)).RoundToDouble();
    }

    /// <summary>Returns the square root of a number that is 0 or above; exact where it has at most <see cref="Precision"/> bits.</summary>
    public BigReal SquareRoot()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Sign);
        if (IsZero)
            return Zero;
        int shift = Math.Max(0, 2 * Precision + 8 - (int)_mantissa.GetBitLength());
        shift += (_exponent - shift) & 1;
        BigInteger radicand = _mantissa << shift;

        // Newton's iteration from above falls until it stands on ⌊√radicand⌋.
        BigInteger root = BigInteger.One << (((int)radicand.GetBitLength() + 1) / 2);
        for (BigInteger next = (root + radicand / root) >> 1; next < root; next = (root + radicand / root) >> 1)
            root = next;
        return new(root, (_exponent - shift) / 2);
    }

    /// <inheritdoc/>
    public int CompareTo(BigReal other) => Sign != other.Sign ? Sign.CompareTo(other.Sign) : (this - other).Sign;

    /// <inheritdoc/>
    public override string ToString() => $"{RoundToDouble():R}";

    /// <summary>Splits a finite double into an integer and a power of two.</summary>
    internal static (BigInteger Mantissa, int Exponent) Decompose(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite number has an exact value.");
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long magnitude = biased == 0 ? fraction : fraction | 1L << 52;
        return (bits < 0 ? -magnitude : magnitude, Math.Max(biased, 1) - 1075);
    }
}
