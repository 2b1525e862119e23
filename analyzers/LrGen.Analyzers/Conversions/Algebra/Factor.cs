using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions.Algebra;

/// <summary>What a term can be a product of.</summary>
internal enum FactorKind
{
    /// <summary>The step, a whole number that is not below 0.</summary>
    Step,

    /// <summary>π.</summary>
    Pi,

    /// <summary>A positive number whose root is irrational.</summary>
    Number,

    /// <summary>A sum, to a power that cannot be multiplied out.</summary>
    Sum,

    /// <summary>The largest whole number that is not above an expression.</summary>
    Floor,

    /// <summary>A cosine.</summary>
    Cosine,

    /// <summary>A number, or e, to the power of an expression.</summary>
    Exponential,

    /// <summary>The larger of two expressions.</summary>
    Max,

    /// <summary>The smaller of two expressions.</summary>
    Min,

    /// <summary>A number above 0 that is known at run time only.</summary>
    Symbol,

    /// <summary>The natural logarithm of a symbol.</summary>
    Logarithm,
}

/// <summary>One factor of a term. Two factors are the same exactly if their keys are.</summary>
internal sealed class Factor
{
    private Factor(FactorKind kind, string key) => (Kind, Key) = (kind, key);

    public static Factor Step { get; } = new(FactorKind.Step, "t");

    public static Factor Pi { get; } = new(FactorKind.Pi, "π");

    public FactorKind Kind { get; }

    /// <summary>All of the factor, but its power, as text.</summary>
    public string Key { get; }

    /// <summary>The number of a <see cref="FactorKind.Number"/>, and the base of an <see cref="FactorKind.Exponential"/>: 0 for e.</summary>
    public Rational Base { get; private init; }

    /// <summary>What the factor is made of; the exponent of an exponential.</summary>
    public Expression Argument { get; private init; } = null!;

    /// <summary>The other of the two expressions of a maximum or minimum.</summary>
    public Expression Other { get; private init; } = null!;

    /// <summary>Whether a symbol stands for a whole number.</summary>
    public bool IsInteger { get; private init; }

    /// <summary>Whether the value is never negative, so that a power of a product is the product of the powers.</summary>
    public bool IsNotNegative => Kind == FactorKind.Step || IsPositive;

    /// <summary>Whether the value is above 0.</summary>
    public bool IsPositive => Kind is FactorKind.Pi or FactorKind.Number or FactorKind.Exponential or FactorKind.Symbol;

    /// <summary>Whether the value is a whole number at every step.</summary>
    public bool IsWhole => Kind is FactorKind.Step or FactorKind.Floor || IsInteger;

    public static Factor Symbol(string name, bool isInteger) => new(FactorKind.Symbol, "<" + name + ">") { IsInteger = isInteger };

    public static Factor Number(Rational number) => new(FactorKind.Number, "[" + number + "]") { Base = number };

    public static Factor Of(FactorKind kind, Expression argument) => new(kind, kind + "(" + argument.Key + ")") { Argument = argument };

    public static Factor Exponential(Rational number, Expression exponent) =>
        new(FactorKind.Exponential, (number.IsZero ? "e" : number.ToString()) + "^(" + exponent.Key + ")") { Base = number, Argument = exponent };

    public static Factor Extremum(FactorKind kind, Expression first, Expression second)
    {
        if (string.CompareOrdinal(first.Key, second.Key) > 0)
            (first, second) = (second, first);
        return new Factor(kind, kind + "(" + first.Key + ", " + second.Key + ")") { Argument = first, Other = second };
    }
}

/// <summary>A factor to a power.</summary>
internal readonly record struct Power(Factor Factor, Rational Exponent)
{
    public string Key => Exponent == Rational.One ? Factor.Key : Factor.Key + "^" + Exponent;

    /// <summary>Powers with the same mark become one in a product.</summary>
    public string Mark => Factor.Kind switch
    {
        FactorKind.Exponential => "exp " + Factor.Base,
        FactorKind.Number => "num " + Exponent,
        _ => Factor.Key,
    };
}

/// <summary>A coefficient times powers of factors, in the order of their keys.</summary>
internal sealed class Term
{
    public Term(Rational coefficient, IEnumerable<Power> powers)
    {
        Coefficient = coefficient;
        Powers = [.. powers.OrderBy(p => p.Key, StringComparer.Ordinal)];
        Key = string.Join("·", Powers.Select(p => p.Key));
    }

    public Rational Coefficient { get; }

    public IReadOnlyList<Power> Powers { get; }

    /// <summary>The powers as text; empty for a constant.</summary>
    public string Key { get; }

    /// <summary>Whether the product without its coefficient is a whole number at every step.</summary>
    public bool IsWhole => Powers.All(p => p.Factor.IsWhole && p.Exponent is { IsInteger: true, Sign: > 0 });

    public Term Times(Rational factor) => new(Coefficient * factor, Powers);
}

/// <summary>Roots of fractions.</summary>
internal static class Roots
{
    private static readonly int[] s_primes = [2, 3, 5, 7];

    /// <summary>A positive fraction as a fraction to the power of a degree times a whole number without small factors of that power.</summary>
    public static (Rational Outside, BigInteger Inside) Reduce(Rational value, int degree)
    {
        var outside = Rational.One / value.Denominator;
        var inside = value.Numerator * BigInteger.Pow(value.Denominator, degree - 1);
        foreach (int prime in s_primes)
        {
            var power = BigInteger.Pow(prime, degree);
            while (inside % power == 0)
            {
                inside /= power;
                outside *= prime;
            }
        }

        return (outside, inside);
    }

    /// <summary>The root of a whole number, where it is one; else null.</summary>
    public static BigInteger? Of(BigInteger value, int degree)
    {
        BigInteger low = 0, high = BigInteger.One << (Rational.BitLength(value) / degree + 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (BigInteger.Pow(middle, degree) < value)
                low = middle + 1;
            else
                high = middle;
        }

        return BigInteger.Pow(low, degree) == value ? low : null;
    }
}
