using System.Numerics;

namespace LrGen.Reference;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominator;

    /// <summary>Reduces a fraction to lowest terms.</summary>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>Gets 0.</summary>
    public static Rational Zero => default;

    /// <summary>Gets 1.</summary>
    public static Rational One => 1;

    /// <summary>Gets the numerator, which carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Gets the denominator, above 0.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>Gets −1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Gets whether this is a whole number.</summary>
    public bool IsInteger => Denominator.IsOne;

    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    public static Rational operator +(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>Returns the smaller of two numbers.</summary>
    public static Rational Min(Rational a, Rational b) => a < b ? a : b;

    /// <summary>Returns the larger of two numbers.</summary>
    public static Rational Max(Rational a, Rational b) => a > b ? a : b;

    /// <summary>Returns the exact value of a finite double.</summary>
    public static Rational FromDouble(double value)
    {
        (BigInteger mantissa, int exponent) = BigReal.Decompose(value);
        return exponent >= 0 ? new(mantissa << exponent, BigInteger.One) : new(mantissa, BigInteger.One << -exponent);
    }

    /// <summary>Returns the fraction of smallest denominator that rounds to a finite double; a whole number is itself.</summary>
    public static Rational Simplest(double value)
    {
        Rational exact = FromDouble(value);
        if (exact.IsInteger)
            return exact;
        if (exact.Sign < 0)
            return -Simplest(-value);

        // Everything between the midpoints to the two neighbours rounds to the value; the midpoints themselves do where its
        // last bit is 0, because ties go to even.
        Rational low = (FromDouble(Math.BitDecrement(value)) + exact) / 2;
        Rational high = (FromDouble(Math.BitIncrement(value)) + exact) / 2;
        bool closed = (BitConverter.DoubleToInt64Bits(value) & 1) == 0;
        return SimplestBetween(low, high, closed);
    }

    /// <summary>Returns the largest whole number that is not above this one.</summary>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Returns this number modulo a positive one, from 0 to below it.</summary>
    public Rational Mod(Rational modulus) => this - new Rational((this / modulus).Floor(), BigInteger.One) * modulus;

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <inheritdoc/>
    public override string ToString() => IsInteger ? Numerator.ToString() : $"{Numerator}/{Denominator}";

    /// <summary>Descends the Stern–Brocot tree, one partial quotient of the continued fraction at a time.</summary>
    /// <param name="low">The lower bound, 0 or above.</param>
    /// <param name="high">The upper bound; null for none.</param>
    /// <param name="closed">Whether the bounds belong to the interval.</param>
    private static Rational SimplestBetween(Rational low, Rational? high, bool closed)
    {
        if (closed && low.IsInteger)
            return low;
        Rational whole = new(low.Floor(), BigInteger.One);
        Rational next = whole + 1;
        if (high is not { } bound || next < bound || (closed && next == bound))
            return next;

        // No whole number lies inside: the part behind the point is 1 ÷ the simplest fraction of the reciprocal interval.
        Rational? reciprocalHigh = low == whole ? null : 1 / (low - whole);
        return whole + 1 / SimplestBetween(1 / (bound - whole), reciprocalHigh, closed);
    }
}
