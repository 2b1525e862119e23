using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Tests.Conversions;

/// <summary>The normal form: what has one form is equal, and what is not equal never has one form.</summary>
public class ExpressionTests
{
    private static readonly Expression s_t = Expression.Step;
    private static readonly Expression s_n = Expression.Symbol("total", isInteger: true);
    private static readonly Expression s_w = Expression.Symbol("warmup", isInteger: true);

    private static readonly Dictionary<string, (Expression A, Expression B)> s_equal = new()
    {
        ["a square"] = ((s_t + N(1)) * (s_t + N(1)), s_t * s_t + N(2) * s_t + Expression.One),
        ["powers of powers"] = (Expression.Exponential(2, -s_t), Expression.Exponential(Rational.Half, s_t)),
        ["a constant in the exponent"] = (Expression.Exponential(Rational.Half, s_t + N(3)), new Rational(1, 8) * Expression.Exponential(Rational.Half, s_t)),
        ["a product of powers"] = (Expression.Exponential(0, s_t) * Expression.Exponential(0, N(-2) * s_t), Expression.Exponential(0, -s_t)),
        ["a common factor"] = ((N(2) * s_t + N(100)).Raise(new Rational(-1, 1)), Rational.Half * (s_t + N(50)).Raise(-1)),
        ["a root of a quotient"] = ((N(1000) * s_t.Raise(-1)).Raise(Rational.Half), N(10) * ((Expression)(Rational)10).Raise(Rational.Half) * s_t.Raise(-Rational.Half)),
        ["a root of a small number"] = (((Expression)new Rational(1, 1000)).Raise(Rational.Half), new Rational(1, 100) * ((Expression)(Rational)10).Raise(Rational.Half)),
        ["whole steps"] = (Expression.Floor((s_t + N(20)) * new Rational(1, 10)), N(2) + Expression.Floor(s_t * new Rational(1, 10))),
        ["half a turn"] = (Expression.Cosine(Expression.Pi * (s_t + N(1))), -Expression.Cosine(Expression.Pi * s_t)),
        ["the other way round"] = (Expression.Cosine(Expression.Pi - s_t), -Expression.Cosine(s_t)),
        ["a sine"] = (Expression.Sine(Expression.Pi * Rational.Half), Expression.One),
        ["a floor of twice as much"] = (N(2) * Expression.Extremum(FactorKind.Max, Expression.Exponential(0, -s_t), Rational.Half), Expression.Extremum(FactorKind.Max, N(2) * Expression.Exponential(0, -s_t), Rational.One)),
        ["a quotient of sums"] = ((s_n - s_t) / (s_n - s_w), Expression.One - (s_t - s_w) / (s_n - s_w)),
        ["a power of a number of run time"] = (Expression.Power(s_w, s_t + s_t), Expression.Power(s_w, s_t) * Expression.Power(s_w, s_t)),
        ["a power that is a number"] = (Expression.Power(s_w, s_t).At((Rational)3), s_w * s_w * s_w),
        ["a value"] = (((s_t + N(3)) * (s_t + N(3)).Raise(-2)).At((Rational)5), new Rational(1, 8)),
    };

    private static readonly Dictionary<string, (Expression A, Expression B)> s_different = new()
    {
        ["a shifted staircase"] = (Expression.Floor((s_t + N(1)) * new Rational(1, 10)), Expression.Floor(s_t * new Rational(1, 10))),
        ["a staircase and its line"] = (Expression.Floor(s_t * new Rational(1, 10)), s_t * new Rational(1, 10)),
        ["a quarter turn"] = (Expression.Cosine(s_t), Expression.Sine(s_t)),
        ["a root that is not there below 0"] = ((s_t - N(5)).Raise(Rational.Half) * (s_t - N(5)).Raise(Rational.Half), s_t - N(5)),
        ["a quotient that has no value"] = (Expression.Zero.Raise(-1), Expression.Zero.Raise(-1)),
        ["max and min"] = (Expression.Extremum(FactorKind.Max, s_t, (Rational)5), Expression.Extremum(FactorKind.Min, s_t, (Rational)5)),
        ["what is unknown"] = (Expression.Unknown, Expression.Unknown),
        ["a double and a fraction"] = (Rational.FromDouble(0.1) * s_t, new Rational(1, 10) * s_t),
        ["two numbers of run time"] = (s_n, s_w),
        ["a quotient and another"] = ((s_n - s_t) / (s_n - s_w), Expression.One - s_t / (s_n - s_w)),
        ["numbers that no memory holds"] = (Expression.Exponential(Rational.FromDouble(0.1), (Rational)1_000_000), Expression.Zero),
    };

    private static Expression N(long number) => (Rational)number;

    public static TheoryData<string> Equal => [.. s_equal.Keys];

    public static TheoryData<string> Different => [.. s_different.Keys];

    [Theory, MemberData(nameof(Equal))]
    public void One_form(string name) => Assert.Equal(s_equal[name].A.Key, s_equal[name].B.Key);

    [Theory, MemberData(nameof(Different))]
    public void Two_forms(string name) => Assert.False(s_different[name].A.Equals(s_different[name].B));
}
