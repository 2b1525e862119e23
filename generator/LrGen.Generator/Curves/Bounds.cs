using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>Two numbers that values lie between.</summary>
internal readonly record struct Bounds(Rational Low, Rational High)
{
    /// <summary>Both bounds multiplied by every bound of the other.</summary>
    public static Bounds operator *(Bounds a, Bounds b)
    {
        if (a.Low.Sign >= 0 && b.Low.Sign >= 0)
            return new Bounds(a.Low * b.Low, a.High * b.High);
        return Between(a.Low * b.Low, a.Low * b.High).With(Between(a.High * b.Low, a.High * b.High));
    }

    public static Bounds operator +(Bounds a, Bounds b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>One value.</summary>
    public static Bounds Of(Rational value) => new(value, value);

    /// <summary>Two values, in whatever order.</summary>
    public static Bounds Between(Rational a, Rational b) => a <= b ? new(a, b) : new(b, a);

    public static Bounds Max(Bounds a, Bounds b) => new(Rational.Max(a.Low, b.Low), Rational.Max(a.High, b.High));

    public static Bounds Min(Bounds a, Bounds b) => new(Rational.Min(a.Low, b.Low), Rational.Min(a.High, b.High));

    /// <summary>Bounds of these values and others.</summary>
    public Bounds With(Bounds other) => new(Rational.Min(Low, other.Low), Rational.Max(High, other.High));
}
