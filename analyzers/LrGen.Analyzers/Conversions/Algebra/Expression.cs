using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions.Algebra;

/// <summary>
/// An expression over the step in normal form: a sum of products with exact coefficients. Every rewriting on the way to the normal form is
/// an identity for whole steps from 0 on, so two expressions with the same form have the same value at every step. The converse does not
/// hold: there are equal expressions with different forms, and nothing is said of them.
/// </summary>
internal sealed partial class Expression : IEquatable<Expression>
{
    /// <summary>Larger expressions are no schedules that anybody writes by hand.</summary>
    private const int MostTerms = 40;

    private const int MostBits = 1 << 14;

    private const int MostReductions = 24;

    private Expression(IReadOnlyList<Term> terms)
    {
        Terms = terms;
        Key = string.Join(" + ", terms.Select(t => t.Coefficient + " " + t.Key));
    }

    /// <summary>What is not known, or has no value; it is not even equal to itself.</summary>
    public static Expression Unknown { get; } = new([]);

    public static Expression Zero { get; } = new([]);

    public static Expression One { get; } = Rational.One;

    public static Expression Step { get; } = new([new Term(Rational.One, [new Power(Factor.Step, Rational.One)])]);

    public static Expression Pi { get; } = new([new Term(Rational.One, [new Power(Factor.Pi, Rational.One)])]);

    /// <summary>A number above 0 that is known at run time only.</summary>
    public static Expression Symbol(string name, bool isInteger) => Of(Factor.Symbol(name, isInteger), Rational.One);

    /// <summary>A factor to a power.</summary>
    public static Expression Of(Factor factor, Rational exponent) => new([new Term(Rational.One, [new Power(factor, exponent)])]);

    /// <summary>In the order of their keys; none for 0.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The whole form as text.</summary>
    public string Key { get; }

    public bool IsUnknown => ReferenceEquals(this, Unknown);

    /// <summary>The value of an expression without the step; null for others.</summary>
    public Rational? Constant => IsUnknown ? null : Terms.Count == 0 ? Rational.Zero : Terms is [{ Key.Length: 0 } only] ? only.Coefficient : null;

    /// <summary>The part without any factor.</summary>
    public Rational ConstantPart => Terms.FirstOrDefault(t => t.Key.Length == 0)?.Coefficient ?? Rational.Zero;

    /// <summary>The coefficients of a straight line; null for any other expression.</summary>
    public (Rational Offset, Rational Slope)? Line => !IsUnknown && Terms.All(t => t.Key.Length == 0 || IsStep(t))
        ? (ConstantPart, Terms.FirstOrDefault(IsStep)?.Coefficient ?? Rational.Zero)
        : null;

    public static implicit operator Expression(Rational value) => value.IsZero ? Zero : new([new Term(value, [])]);

    public static Expression operator +(Expression a, Expression b) => Sum([.. a.Terms, .. b.Terms], a, b);

    public static Expression operator -(Expression a, Expression b) => a + -b;

    public static Expression operator -(Expression a) => a.IsUnknown ? a : new([.. a.Terms.Select(t => t.Times(-Rational.One))]);

    public static Expression operator *(Expression a, Expression b)
    {
        if (a.IsUnknown || b.IsUnknown || a.Terms.Count * b.Terms.Count > MostTerms)
            return Unknown;
        if (a.Constant is { } factor)
            return factor.IsZero ? Zero : new([.. b.Terms.Select(t => t.Times(factor))]);
        var sum = Zero;
        foreach (var first in a.Terms)
        {
            foreach (var second in b.Terms)
                sum += Product(first, second);
        }

        return sum;
    }

    /// <summary>The quotient; the divisor must not be 0 at any step that matters.</summary>
    public static Expression operator /(Expression a, Expression b) => a * b.Raise(-Rational.One);

    /// <summary>The expression times what one of its powers divides by.</summary>
    public Expression Times(Power divisor)
    {
        var multiplier = divisor.Factor.Kind == FactorKind.Sum ? divisor.Factor.Argument : Of(divisor.Factor, Rational.One);
        for (var i = Rational.One; i < -divisor.Exponent; i += Rational.One)
            multiplier *= multiplier;
        var sum = Zero;
        foreach (var term in Terms)
        {
            bool isDivided = term.Powers.Any(p => p.Key == divisor.Key);
            Expression part = new([new Term(term.Coefficient, term.Powers.Where(p => p.Key != divisor.Key))]);
            sum += isDivided ? part : part * multiplier;
        }

        return sum;
    }

    /// <summary>The value at a step, or with another expression for the step; unknown where there is no value.</summary>
    public Expression At(Expression step)
    {
        if (IsUnknown)
            return this;
        var sum = Zero;
        foreach (var term in Terms)
        {
            Expression product = term.Coefficient;
            foreach (var power in term.Powers)
                product *= At(power.Factor, step).Raise(power.Exponent);
            sum += product;
        }

        return sum;
    }

    /// <summary>The factors of all terms, and of what they are made of.</summary>
    public IEnumerable<Factor> Factors => Terms.SelectMany(t => t.Powers).SelectMany(p => Inside(p.Factor));

    /// <summary>Whether a number of run time is part of it.</summary>
    public bool HasSymbols => Factors.Any(f => f.Kind == FactorKind.Symbol);

    /// <summary>Whether the value is a whole number at every step.</summary>
    public bool IsWhole => !IsUnknown && Terms.All(t => t.Coefficient.IsInteger && t.IsWhole);

    public bool Equals(Expression? other) => other is not null && !IsUnknown && !other.IsUnknown && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Expression);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => IsUnknown ? "?" : Key;

    private static bool IsStep(Term term) => term.Powers is [{ Factor.Kind: FactorKind.Step } only] && only.Exponent == Rational.One;

    private static IEnumerable<Factor> Inside(Factor factor)
    {
        yield return factor;
        foreach (var part in new[] { factor.Argument, factor.Other })
        {
            if (part is null)
                continue;
            foreach (var inner in part.Factors)
                yield return inner;
        }
    }

    private static Expression At(Factor factor, Expression step) => factor.Kind switch
    {
        FactorKind.Step => step,
        FactorKind.Pi => Pi,
        FactorKind.Number => factor.Base,
        FactorKind.Symbol or FactorKind.Logarithm => Of(factor, Rational.One),
        FactorKind.Sum => factor.Argument.At(step),
        FactorKind.Floor => Floor(factor.Argument.At(step)),
        FactorKind.Cosine => Cosine(factor.Argument.At(step)),
        FactorKind.Exponential => Exponential(factor.Base, factor.Argument.At(step)),
        _ => Extremum(factor.Kind, factor.Argument.At(step), factor.Other.At(step)),
    };

    private static Expression Sum(List<Term> terms, Expression a, Expression b)
    {
        if (a.IsUnknown || b.IsUnknown)
            return Unknown;
        var sums = Collected(terms);
        return sums.Count > MostTerms || sums.Exists(t => IsTooLarge(t.Coefficient)) ? Unknown : Reduced(sums);
    }

    /// <summary>
    /// Terms in which the first product of a sum no longer stands beside one of its negative powers: (total − t) ÷ (total − w) is
    /// 1 + w ÷ (total − w) − t ÷ (total − w), so that one quotient has one form.
    /// </summary>
    private static Expression Reduced(List<Term> terms, int depth = 0)
    {
        for (int i = 0; i < terms.Count && depth < MostReductions; i++)
        {
            foreach (var power in terms[i].Powers)
            {
                if (power.Factor.Kind != FactorKind.Sum || power.Exponent.Sign > 0 || !power.Exponent.IsInteger
                    || LeadOf(power.Factor.Argument) is not { } lead
                    || Without(terms[i].Powers, lead.Powers) is not { } rest)
                {
                    continue;
                }

                var others = rest.Where(p => p.Key != power.Key).ToList();
                var coefficient = terms[i].Coefficient / lead.Coefficient;
                var replaced = new List<Term>(terms);
                replaced.RemoveAt(i);
                var less = power.Exponent + Rational.One;
                replaced.Add(new Term(coefficient, less.IsZero ? others : [.. others, power with { Exponent = less }]));
                foreach (var other in power.Factor.Argument.Terms.Where(t => t.Key != lead.Key))
                    replaced.Add(new Term(-coefficient * other.Coefficient, Joined([.. others, power, .. other.Powers])));
                var sums = Collected(replaced);
                return sums.Count > MostTerms ? Unknown : Reduced(sums, depth + 1);
            }
        }

        return new Expression(terms);
    }

    private static List<Term> Collected(List<Term> terms) => terms.GroupBy(t => t.Key)
        .Select(g => new Term(g.Aggregate(Rational.Zero, (sum, t) => sum + t.Coefficient), g.First().Powers))
        .Where(t => !t.Coefficient.IsZero).OrderBy(t => t.Key, StringComparer.Ordinal).ToList();

    /// <summary>The product of the highest degree in a sum of products of steps and symbols; null for other sums.</summary>
    private static Term? LeadOf(Expression sum) =>
        sum.Terms.All(t => t.Powers.All(p => p.Factor.Kind is FactorKind.Step or FactorKind.Symbol && p.Exponent is { IsInteger: true, Sign: > 0 }))
            ? sum.Terms.Where(t => t.Key.Length > 0).OrderByDescending(t =>
                t.Powers.Aggregate(Rational.Zero, (degree, p) => degree + p.Exponent)).ThenBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault()
            : null;

    /// <summary>Powers without others; null where those are no part of them.</summary>
    private static IReadOnlyList<Power>? Without(IReadOnlyList<Power> powers, IReadOnlyList<Power> others)
    {
        var rest = powers.ToList();
        foreach (var other in others)
        {
            int index = rest.FindIndex(p => p.Factor.Key == other.Factor.Key && p.Exponent >= other.Exponent);
            if (index < 0)
                return null;
            var left = rest[index].Exponent - other.Exponent;
            rest.RemoveAt(index);
            if (!left.IsZero)
                rest.Add(other with { Exponent = left });
        }

        return rest;
    }

    private static IEnumerable<Power> Joined(IEnumerable<Power> powers) => powers.GroupBy(p => p.Factor.Key)
        .Select(g => new Power(g.First().Factor, g.Aggregate(Rational.Zero, (sum, p) => sum + p.Exponent))).Where(p => !p.Exponent.IsZero);

    private static bool IsTooLarge(Rational value) =>
        Rational.BitLength(BigInteger.Abs(value.Numerator)) > MostBits || Rational.BitLength(value.Denominator) > MostBits;

    private static Expression Product(Term a, Term b)
    {
        var plain = new List<Power>();
        var coefficient = a.Coefficient * b.Coefficient;
        var rest = new List<Expression>();
        foreach (var group in a.Powers.Concat(b.Powers).GroupBy(p => p.Mark))
        {
            var powers = group.ToList();
            if (powers.Count == 1)
            {
                plain.Add(powers[0]);
                continue;
            }

            // What two powers become may be a number or a sum, which is multiplied out with the rest.
            var merged = Merge(powers[0], powers[1]);
            if (merged.IsUnknown)
                return Unknown;
            if (merged.Terms is [var single])
            {
                coefficient *= single.Coefficient;
                plain.AddRange(single.Powers);
            }
            else
            {
                rest.Add(merged);
            }
        }

        var product = coefficient.IsZero ? Zero : IsTooLarge(coefficient) ? Unknown : Reduced([new Term(coefficient, plain)]);
        return rest.Aggregate(product, (all, next) => all * next);
    }

    private static Expression Merge(Power a, Power b) => a.Factor.Kind switch
    {
        // √x · √x is x only where x is not negative.
        _ when !a.Factor.IsNotNegative && !a.Exponent.IsInteger && (a.Exponent + b.Exponent).IsInteger => Unknown,
        FactorKind.Exponential => Exponential(a.Factor.Base, a.Factor.Argument + b.Factor.Argument),
        FactorKind.Number => ((Expression)(a.Factor.Base * b.Factor.Base)).Raise(a.Exponent),
        FactorKind.Sum => a.Factor.Argument.Raise(a.Exponent + b.Exponent),
        _ => (a.Exponent + b.Exponent) is { IsZero: false } sum ? new Expression([new Term(Rational.One, [new Power(a.Factor, sum)])]) : One,
    };
}
