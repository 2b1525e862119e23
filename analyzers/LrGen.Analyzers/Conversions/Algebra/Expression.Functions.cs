using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions.Algebra;

/// <content>The functions of expressions, each with the rewritings that make its result a normal form.</content>
internal sealed partial class Expression
{
    /// <summary>Up to this power a sum is multiplied out.</summary>
    private const int MostMultipliedOut = 6;

    private const int MostPower = 1024;

    private const int MostDegree = 12;

    /// <summary>The expression to a power; a negative power must not meet a 0 at any step that matters.</summary>
    public Expression Raise(Rational exponent)
    {
        if (IsUnknown || exponent == Rational.One)
            return this;
        if (exponent.IsZero)
            return One;
        if (Constant is { } value)
            return RaiseNumber(value, exponent);
        bool isWhole = exponent.IsInteger;
        if (Terms is [var single] && (isWhole || single.Coefficient.Sign > 0 && single.Powers.Count(p => !p.Factor.IsNotNegative) <= 1
            && single.Powers.All(p => p.Factor.IsNotNegative || Rational.Abs(p.Exponent) == Rational.One)))
        {
            var product = RaiseNumber(single.Coefficient, exponent);
            foreach (var power in single.Powers)
                product *= RaiseFactor(power, exponent);
            return product;
        }

        if (isWhole && exponent.Sign > 0 && exponent <= MostMultipliedOut)
            return this * Raise(exponent - 1);
        // A factor common to all of the sum stands before it, so that (100 + 2t)^p and 2^p (50 + t)^p have one form.
        var scale = Rational.Abs(Terms[Terms.Count - 1].Coefficient);
        var inner = this * (Expression)(Rational.One / scale);
        return RaiseNumber(scale, exponent) * new Expression([new Term(Rational.One, [new Power(Factor.Of(FactorKind.Sum, inner), exponent)])]);
    }

    /// <summary>A positive number to the power of an expression; 0 stands for e.</summary>
    public static Expression Exponential(Rational number, Expression exponent)
    {
        if (exponent.IsUnknown || number.Sign < 0)
            return Unknown;
        if (number == Rational.One)
            return One;
        if (number.IsZero && exponent.Terms is [{ Coefficient: { IsInteger: true } times,
            Powers: [{ Factor: { Kind: FactorKind.Logarithm } logarithm } whole] }]
            && whole.Exponent == Rational.One)
        {
            return logarithm.Argument.Raise(times);
        }

        if (number.IsZero)
            return exponent.Constant is { IsZero: true } ? One
                : new([new Term(Rational.One, [new Power(Factor.Exponential(number, exponent), Rational.One)])]);
        if (exponent.Constant is { } known)
            return RaiseNumber(number, known);
        // One form for 2^−x and 0.5^x, and for a constant in the exponent.
        if (number > Rational.One)
            return Exponential(Rational.One / number, -exponent);
        var constant = exponent.ConstantPart;
        var rest = exponent - constant;
        return RaiseNumber(number, constant) * new Expression([new Term(Rational.One, [new Power(Factor.Exponential(number, rest), Rational.One)])]);
    }

    /// <summary>An expression to the power of another; unknown unless one of the two is a number or the first a symbol.</summary>
    public static Expression Power(Expression number, Expression exponent)
    {
        if (number.IsUnknown || exponent.IsUnknown)
            return Unknown;
        if (exponent.Constant is { } power)
            return number.Raise(power);
        if (number.Constant is { } value)
            return value.Sign > 0 ? Exponential(value, exponent) : Unknown;
        return number.Terms is [{ Powers: [{ Factor.Kind: FactorKind.Symbol } only] } symbol] && symbol.Coefficient == Rational.One
            ? Exponential(Rational.Zero, exponent * only.Exponent * Logarithm(only.Factor))
            : Unknown;
    }

    private static Expression Logarithm(Factor symbol) => Of(Factor.Of(FactorKind.Logarithm, Of(symbol, Rational.One)), Rational.One);

    /// <summary>The largest whole number that is not above the argument.</summary>
    public static Expression Floor(Expression argument)
    {
        if (argument.IsUnknown)
            return Unknown;
        // Whole multiples of whole numbers come out of it.
        var whole = new List<Term>();
        var rest = new List<Term>();
        foreach (var term in argument.Terms)
        {
            Rational outside = term.IsWhole ? term.Coefficient.Floor() : Rational.Zero;
            if (!outside.IsZero)
                whole.Add(new Term(outside, term.Powers));
            if (outside != term.Coefficient)
                rest.Add(new Term(term.Coefficient - outside, term.Powers));
        }

        var before = whole.Count == 0 ? Zero : new Expression(whole);
        // What is left of a constant alone is below 1.
        return rest.Count == 0 || rest is [{ Key.Length: 0 }]
            ? before
            : before + new Expression([new Term(Rational.One, [new Power(Factor.Of(FactorKind.Floor, new Expression(rest)), Rational.One)])]);
    }

    public static Expression Cosine(Expression argument)
    {
        if (argument.IsUnknown)
            return Unknown;
        var turns = argument.Terms.FirstOrDefault(t => t.Key == Factor.Pi.Key)?.Coefficient ?? Rational.Zero;
        var rest = argument - turns * Pi;
        // cos −x = cos x
        if (rest.Terms.Count > 0 && rest.Terms[0].Coefficient.Sign < 0)
            (rest, turns) = (-rest, -turns);
        // cos (x + nπ) = (−1)ⁿ cos x
        var half = turns.Floor();
        turns -= half;
        Expression sign = half.IsEven ? Rational.One : -Rational.One;
        if (rest.Terms.Count == 0)
        {
            if (turns.IsZero)
                return sign;
            if (turns == Rational.Half)
                return Zero;
            if (turns == new Rational(1, 3) || turns == new Rational(2, 3))
                return sign * (Expression)(turns < Rational.Half ? Rational.Half : -Rational.Half);
        }

        return sign * new Expression([new Term(Rational.One, [new Power(Factor.Of(FactorKind.Cosine, rest + turns * Pi), Rational.One)])]);
    }

    public static Expression Sine(Expression argument) => Cosine(argument - Rational.Half * Pi);

    /// <summary>The larger or the smaller of two expressions.</summary>
    public static Expression Extremum(FactorKind kind, Expression a, Expression b)
    {
        if (a.IsUnknown || b.IsUnknown)
            return Unknown;
        if (a.Equals(b))
            return a;
        if ((a - b).Constant is { } difference)
            return difference.Sign > 0 == (kind == FactorKind.Max) ? a : b;
        // Ratios and powers of e are above 0.
        if (SignOf(a - b) is { } sign)
            return sign > 0 == (kind == FactorKind.Max) ? a : b;
        // A positive bound is 1 in the form, and what it was stands before it.
        if (a.Constant is not null)
            (a, b) = (b, a);
        var scale = b.Constant is { Sign: > 0 } bound ? bound : Rational.One;
        var inverse = (Expression)(Rational.One / scale);
        return scale * new Expression([new Term(Rational.One, [new Power(Factor.Extremum(kind, a * inverse, b * inverse), Rational.One)])]);
    }

    /// <summary>The sign of an expression that is a product of positive factors; null for others.</summary>
    private static int? SignOf(Expression expression) => expression.Terms is [var single]
        && single.Powers.All(p => p.Factor.IsPositive)
            ? single.Coefficient.Sign
            : null;

    private static Expression RaiseNumber(Rational value, Rational exponent)
    {
        if (exponent.IsInteger)
        {
            // 0 to a negative power has no value, and high powers of long fractions fill the memory.
            if (value.IsZero && exponent.Sign < 0 || Rational.Abs(exponent) > MostPower
                || Rational.Abs(exponent) * Math.Max(Rational.BitLength(BigInteger.Abs(value.Numerator)),
                    Rational.BitLength(value.Denominator)) > MostBits)
            {
                return Unknown;
            }

            return Rational.Pow(value, (int)exponent.Numerator);
        }

        if (value.Sign <= 0)
            return value.IsZero && exponent.Sign > 0 ? Zero : Unknown;
        if (value == Rational.One)
            return One;
        var whole = exponent.Floor();
        var fraction = exponent - whole;
        var before = RaiseNumber(value, whole);
        if (fraction.Denominator <= MostDegree)
        {
            // The root of a whole number without a factor that has a root itself: √(1/1000) is 10 · √10 ÷ 1000.
            int degree = (int)fraction.Denominator;
            var (outside, inside) = Roots.Reduce(value, degree);
            before *= RaiseNumber(outside, fraction.Numerator);
            if (Roots.Of(inside, degree) is { } root)
                return before * RaiseNumber(root, fraction.Numerator);
            value = inside;
        }

        return before * new Expression([new Term(Rational.One, [new Power(Factor.Number(value), fraction)])]);
    }

    private static Expression RaiseFactor(Power power, Rational exponent)
    {
        var product = power.Exponent * exponent;
        return power.Factor.Kind switch
        {
            FactorKind.Exponential => Exponential(power.Factor.Base, power.Factor.Argument * (Expression)product),
            FactorKind.Sum => power.Factor.Argument.Raise(product),
            FactorKind.Number => RaiseNumber(power.Factor.Base, product),
            _ => new Expression([new Term(Rational.One, [new Power(power.Factor, product)])]),
        };
    }
}
