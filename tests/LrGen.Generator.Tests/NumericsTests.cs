using System.Globalization;
using CsCheck;
using LrGen.Generator.Numerics;
using LrGen.Reference;
using Rational = LrGen.Generator.Numerics.Rational;

namespace LrGen.Generator.Tests;

/// <summary>The generator's exact numbers against the reference's, which were written by other algorithms.</summary>
public sealed class NumericsTests
{
    private static readonly Gen<double> s_positive = Gen.Select(Gen.Double[1, 2], Gen.Int[-200, 200], (m, e) => Math.ScaleB(m, e));

    [Fact]
    public void Rounding_to_double_is_exact() => Gen.Select(Gen.Long, Gen.Long[1, long.MaxValue], Gen.Int[-1200, 1000]).Sample((n, d, e) =>
    {
        var generator = new Rational(n, d) * Rational.PowerOfTwo(e);
        var reference = (BigReal)new Reference.Rational(n, d) * BigReal.PowerOfTwo(e);
        Assert.Equal(reference.RoundToDouble(), generator.ToDouble());
    });

    [Fact]
    public void A_double_survives() => Gen.Double.Where(double.IsFinite).Sample(d => Assert.Equal(d, Rational.FromDouble(d).ToDouble()));

    [Fact]
    public void The_simplest_fraction_is_the_one_that_was_meant()
    {
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, 1000]).Sample((n, d) =>
            Assert.Equal(new Rational(n, d), Rational.SimplestFor((double)n / d)));
        s_positive.Where(d => d is > 1e-3 and < 1e15).Sample(d => Assert.Equal(d, Rational.SimplestFor(d).ToDouble()));
    }

    [Fact]
    public void Text_is_as_short_as_that_of_the_runtime()
    {
        var subnormal = Gen.OneOf(Gen.ULong[1, 1UL << 52].Select(bits => BitConverter.UInt64BitsToDouble(bits)), Gen.Int[308, 323].Select(e => double.Parse("1e-" + e, CultureInfo.InvariantCulture)));
        Gen.OneOf(Gen.Double.Where(double.IsFinite), subnormal).Sample(d =>
        {
            string text = NumberText.Shortest(d);
            Assert.Equal(d, double.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(Digits(d.ToString("R", CultureInfo.InvariantCulture)), Digits(text));
        });

        static int Digits(string text) => text.Split('E')[0].Replace(".", "").Trim('-', '0').Length;
    }

    [Fact]
    public void Logarithms_agree() => s_positive.Where(d => d != 1).Sample(d => AssertClose(
        Exact.Ln(BigReal.FromDouble(d)), Real.Ln(Rational.FromDouble(d), Real.Precise), absolute: true));

    [Fact]
    public void Exponentials_agree() => Gen.Double[-700, 700].Sample(d => AssertClose(
        Exact.Exp(BigReal.FromDouble(d)), Real.Exp(Rational.FromDouble(d), Real.Precise)));

    [Fact]
    public void Powers_agree() => Gen.Select(s_positive, Gen.Double[-5, 5]).Sample((x, p) => AssertClose(
        Exact.Pow(BigReal.FromDouble(x), BigReal.FromDouble(p)), Real.Pow(Rational.FromDouble(x), Rational.FromDouble(p), Real.Precise)));

    [Fact]
    public void Half_waves_agree() => Gen.Double[1e-9, 1].Sample(x => AssertClose(
        ((BigReal)1 - Exact.Cos(Exact.Pi * BigReal.FromDouble(x))) / 2, Real.HalfWave(Rational.FromDouble(x), Real.Precise)));

    [Fact]
    public void Square_roots_agree() => s_positive.Sample(x => AssertClose(
        Exact.Sqrt(BigReal.FromDouble(x)), Real.Sqrt(Rational.FromDouble(x), Real.Precise)));

    [Fact]
    public void A_quick_value_rounds_like_a_precise_one() => s_positive.Sample(x => Assert.Equal(
        Real.Ln(Rational.FromDouble(x), Real.Precise).ToDouble(), Real.Ln(Rational.FromDouble(x), Real.Quick).ToDouble()));

    private static void AssertClose(BigReal expected, Rational actual, bool absolute = false)
    {
        var exact = (BigReal)new Reference.Rational(actual.Numerator, actual.Denominator);
        var error = BigReal.Abs(exact - expected);
        var scale = absolute ? (BigReal)1 : BigReal.Abs(expected);
        Assert.True(error < scale * BigReal.PowerOfTwo(-180), $"{expected.RoundToDouble():R} and {actual.ToDouble():R}");
    }
}
