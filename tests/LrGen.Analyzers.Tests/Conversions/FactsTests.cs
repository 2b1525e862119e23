using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Tests.Conversions;

/// <summary>What follows from inequalities, and what does not.</summary>
public class FactsTests
{
    private static readonly Expression s_t = Expression.Step;
    private static readonly Expression s_n = Expression.Symbol("total", isInteger: true);
    private static readonly Expression s_w = Expression.Symbol("warmup", isInteger: true);
    private static readonly Expression s_x = Expression.Symbol("rate", isInteger: false);

    [Fact]
    public void What_lies_between_follows()
    {
        var facts = Facts.None.With(s_t - s_w).With(s_n - s_t);
        Assert.True(facts.Imply(s_n - s_w));
        Assert.False(facts.ImplyPositive(s_n - s_w));
        Assert.False(facts.Imply(s_w - s_t));
        Assert.True(facts.MayHold());
        Assert.False(facts.WithPositive(s_w - s_n).MayHold());
    }

    [Fact]
    public void Whole_numbers_have_nothing_between_them()
    {
        var facts = Facts.None.WithPositive(s_t - s_w);
        Assert.True(facts.Imply(s_t - s_w - Expression.One));
        Assert.False(Facts.None.WithPositive(s_x - (Expression)Rational.Half).Imply(s_x - Expression.One));
    }

    [Fact]
    public void Numbers_of_run_time_are_above_0()
    {
        Assert.True(Facts.None.ImplyPositive(s_x));
        Assert.True(Facts.None.Imply(s_w - Expression.One));
        Assert.True(Facts.None.Imply(s_t));
        Assert.False(Facts.None.ImplyPositive(s_t));
        Assert.True(Facts.None.Imply(s_x * s_t));
        Assert.False(Facts.None.Imply(s_x - s_w));
    }
}
