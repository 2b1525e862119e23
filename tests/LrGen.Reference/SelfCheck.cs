using System.Globalization;
using System.Numerics;

namespace LrGen.Reference;

/// <summary>Checks of the reference itself: its arithmetic against known digits, its schedules against other systems.</summary>
public static partial class SelfCheck
{
    /// <summary>Runs every check.</summary>
    public static IReadOnlyList<(string Name, bool Passed, string Detail)> Run() =>
        [.. Digits(), .. Identities(), .. Roundings(), .. Simplest(), .. OtherSystems(), .. ByHand(), .. Rules(),
         .. Piecewise(), .. InverseTime(), .. Cycles(), .. Stages(), .. Curves(), .. Waves(), .. Modified()];

    private static IEnumerable<(string Name, bool Passed, string Detail)> Digits()
    {
        BigReal half = Rational.FromDouble(0.5);
        (string Name, BigReal Value, string Digits)[] cases =
        [
            ("π", Exact.Pi, "3.141592653589793238462643383279502884197169399375105820974944592307816406286208998628034825"),
            ("e", Exact.Exp(1), "2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382178"),
            ("ln 2", Exact.Ln2, "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326"),
            ("ln 2 by Ln", Exact.Ln(2), "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326"),
            ("ln 10", Exact.Ln(10), "2.302585092994045684017991454684364207601101488628772976033327900967572609677352480235997205"),
            ("√2", Exact.Sqrt(2), "1.414213562373095048801688724209698078569671875376948073176679737990732478462107038850387534"),
            ("2^½", Exact.Pow(2, half), "1.414213562373095048801688724209698078569671875376948073176679737990732478462107038850387534"),
            ("cos 1", Exact.Cos(1), "0.540302305868139717400936607442976603732310420617922227670097255381100394774471764517951856"),
            ("10^9·e^−20", PowerOfTen(9) * Exact.Exp(-20),
             "2.061153622438557827965940380155820976375807275599103692972244661629164023784559353279910927"),
        ];
        foreach ((string name, BigReal value, string digits) in cases)
        {
            // The digits are cut off, not rounded.
            BigReal error = value - Decimal(digits);
            bool passed = error.Sign >= 0 && error * PowerOfTen(90) < 1;
            yield return ($"digits of {name}", passed, $"off by {error}");
        }
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Identities()
    {
        BigReal x = Rational.FromDouble(0.9);
        BigReal third = new Rational(1, 3);
        BigReal cubeRoot = Exact.Pow(x, third);
        BigReal tiny = BigReal.FromDouble(1e-320);
        BigReal large = BigReal.FromDouble(1e300);
        BigReal nearOne = BigReal.FromDouble(Math.BitDecrement(1.0));
        BigReal rightAngle = BigReal.FromDouble(Math.PI / 2);
        BigReal cosine = Exact.Cos(third);
        long steps = 1_000_000_000_000_000_000;
        yield return Near("(0.9^(1/3))³ = 0.9", cubeRoot * cubeRoot * cubeRoot, x);
        yield return Near("(0.9^(1/10^18))^(10^18) = 0.9", Exact.Pow(Exact.Pow(x, new Rational(1, steps)), steps), x);
        yield return Near("e^(ln 1e-320)", Exact.Exp(Exact.Ln(tiny)), tiny);
        yield return Near("e^(ln 1e300)", Exact.Exp(Exact.Ln(large)), large);
        yield return Near("√1e-320² = 1e-320", Exact.Sqrt(tiny) * Exact.Sqrt(tiny), tiny);
        yield return Near("ln(x²) = 2·ln x just below 1", Exact.Ln(nearOne * nearOne), 2 * Exact.Ln(nearOne));
        yield return Near("whole and real power agree", Exact.Pow(x, 1_000_001), Exact.Exp(1_000_001 * Exact.Ln(x)));
        yield return Near("cos 2x = 2·cos²x − 1", Exact.Cos(2 * third), 2 * cosine * cosine - 1);
        yield return Near("sin²x + cos²x = 1", cosine * cosine + Exact.Sin(third) * Exact.Sin(third), 1);
        yield return Near("cos π/3 = 1/2", Exact.Cos(Exact.Pi * third), new Rational(1, 2));
        yield return Near("cos 2^40 from cos 2^39", Exact.Cos(1L << 40), 2 * Square(Exact.Cos(1L << 39)) - 1);
        BigReal doubleAngle = Exact.Sin(2 * rightAngle) / (2 * Exact.Sin(rightAngle));
        yield return Near("cos = sin(2x)/(2·sin x) next to its zero", Exact.Cos(rightAngle), doubleAngle);
        yield return Equal("0.25^0.5 is short", Exact.Pow(new Rational(1, 4), new Rational(1, 2)).CompareTo(new Rational(1, 2)), 0);
        yield return Equal("0.5^(2^62) is 0", Exact.Pow(new Rational(1, 2), 1L << 62).RoundToDouble(), 0);
        yield return Equal("2^(2^62) is ∞", Exact.Pow(2, 1L << 62).RoundToDouble(), double.PositiveInfinity);

        // π once more, by Gauss and Legendre.
        BigReal a = 1, b = 1 / Exact.Sqrt(2), t = new Rational(1, 4);
        for (int doubling = 0; doubling < 9; doubling++)
        {
            BigReal mean = (a + b) / 2;
            b = Exact.Sqrt(a * b);
            t -= (1L << doubling) * Square(a - mean);
            a = mean;
        }

        yield return Near("π by the arithmetic-geometric mean", Square(a + b) / (4 * t), Exact.Pi);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Roundings()
    {
        BigReal last = BigReal.PowerOfTwo(-52);
        BigReal sticky = BigReal.PowerOfTwo(-200);
        BigReal most = BigReal.FromDouble(double.MaxValue);
        BigReal least = BigReal.PowerOfTwo(-1074);
        yield return Equal("0.1 as itself", BigReal.FromDouble(0.1).RoundToDouble(), 0.1);
        yield return Equal("1/10 to 0.1", ((BigReal)new Rational(1, 10)).RoundToDouble(), 0.1);
        yield return Equal("−1/3", ((BigReal)new Rational(-1, 3)).RoundToDouble(), -1.0 / 3);
        yield return Equal("tie down to even", (1 + last / 2).RoundToDouble(), 1);
        yield return Equal("tie up to even", (1 + last * 3 / 2).RoundToDouble(), 1 + Math.ScaleB(1, -51));
        yield return Equal("just above a tie", (1 + last / 2 + sticky).RoundToDouble(), 1 + Math.ScaleB(1, -52));
        yield return Equal("just below 1", (1 - last / 8).RoundToDouble(), 1);
        yield return Equal("half the least subnormal", (least / 2).RoundToDouble(), 0);
        yield return Equal("just above that half", (least / 2 + least * sticky).RoundToDouble(), double.Epsilon);
        yield return Equal("3/2 of the least subnormal", (least * 3 / 2).RoundToDouble(), 2 * double.Epsilon);
        yield return Equal("a subnormal", BigReal.FromDouble(1.2345e-310).RoundToDouble(), 1.2345e-310);
        yield return Equal("the carry into the normals", (BigReal.PowerOfTwo(-1022) - least / 4).RoundToDouble(), Math.ScaleB(1, -1022));
        yield return Equal("half a place above the largest", (most + BigReal.PowerOfTwo(970)).RoundToDouble(), double.PositiveInfinity);
        yield return Equal("less than that", (most + BigReal.PowerOfTwo(969)).RoundToDouble(), double.MaxValue);
        yield return Equal("distance to the next double", ((BigReal)1).UlpsFrom(Math.BitIncrement(1)), 1);
        yield return Equal("distance below a power of two", ((BigReal)1).UlpsFrom(Math.BitDecrement(1)), 0.5);
        yield return Equal("distance among subnormals", (least * 3 / 2).UlpsFrom(double.Epsilon), 0.5);
        yield return Equal("distance of NaN", ((BigReal)1).UlpsFrom(double.NaN), double.PositiveInfinity);
        yield return Equal("distance of ∞", ((BigReal)1).UlpsFrom(double.PositiveInfinity), double.PositiveInfinity);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Simplest()
    {
        (double Value, string Fraction)[] cases =
        [
            (2.4, "12/5"), (7.0 / 3, "7/3"), (1.1, "11/10"), (5e12, "5000000000000"), (0.3333333333333333, "1/3"), (0.5, "1/2"),
            (1e22, "10000000000000000000000"), (1e-5, "1/100000"), (355.0 / 113, "355/113"), (-2.4, "-12/5"), (0, "0"),
        ];
        foreach ((double value, string fraction) in cases)
        {
            Rational simplest = Rational.Simplest(value);
            yield return ($"simplest fraction of {value}", simplest.ToString() == fraction, $"{simplest}, expected {fraction}");
            yield return Equal("and its double", ((BigReal)simplest).RoundToDouble(), value);
        }
    }

    private static (string Name, bool Passed, string Detail) Near(string name, BigReal actual, BigReal expected)
    {
        BigReal error = BigReal.Abs(actual - expected);
        bool passed = error <= BigReal.Abs(expected) * BigReal.PowerOfTwo(-300);
        return (name, passed, $"off by 2^{(error.IsZero ? "−∞" : error.LeadingBit)} at {expected}");
    }

    private static (string Name, bool Passed, string Detail) Equal(string name, double actual, double expected) =>
        (name, actual.Equals(expected), string.Create(CultureInfo.InvariantCulture, $"{actual:R}, expected {expected:R}"));

    private static BigReal Square(BigReal x) => x * x;

    private static Rational PowerOfTen(int exponent) => new(BigInteger.Pow(10, exponent), 1);

    private static Rational Decimal(string digits) =>
        new Rational(BigInteger.Parse(digits.Replace(".", ""), CultureInfo.InvariantCulture), 1) / PowerOfTen(digits.Length - 2);
}
