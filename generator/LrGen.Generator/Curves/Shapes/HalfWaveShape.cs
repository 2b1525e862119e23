using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>Half a wave of the cosine: from + (to − from) · (1 − cos πx)/2.</summary>
internal sealed record HalfWaveShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    /// <summary>
    /// The terms of sin²(πy/2) = a₁y² + a₂y⁴ + … that matter for y ≤ ½: the eleventh is below a fifth of the last bit.
    /// </summary>
    private const int Terms = 10;

    private static readonly Rational[] s_coefficients = Coefficients();

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        var steps = Progress.Exactly(time);
        var range = Rational.Abs(to - from);
        formula.Note("sin²(πy/2) as a polynomial, y counted from the nearer end; the platform's cosine would differ in the last bits.");
        var done = formula.Let("done", steps.Done);
        // From the nearer end, so that the value is small where the exact one is.
        var near = formula.Let("near", new Call(MathFunction.Min, done, (double)steps.Total - done));
        var square = formula.Let("square", near * near);
        var total = steps.Total * steps.Total;
        var lead = TwoPart.For(range * s_coefficients[1] / total, 2 * Rational.BitLength((steps.Total + 1) / 2));
        var y2 = formula.Let("y2", square * new Rational(1, total).ToDouble());
        var y4 = formula.Let("y4", y2 * y2);
        var tail = Tail(formula, y2, y4, n => range * s_coefficients[n]);
        var first = formula.Let("first", square * lead.High);
        var rest = formula.Let("rest", MultiplyAdd.Of(y4, tail, square * lead.Low));
        return EitherEnd(formula, done, ((Rational)steps.Total * Rational.Half).ToDouble(), from.ToDouble(), to.ToDouble(), from <= to, first, rest);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Progress.Length));
        var done = formula.Let("done", Progress.Done(formula, u));
        var y = formula.Let("y", new Call(MathFunction.Min, done, length - done) / length);
        var from = formula.Scalar(From);
        var to = formula.Scalar(To);
        var range = formula.Let("range", to - from);
        var wave = Beginning(formula, y, range);
        return new Choice(done + done, length, to - wave, from + wave);
    }

    /// <summary>range · sin²(πy/2) for y from 0 to ½: the first half of the half wave.</summary>
    public static Arithmetic Beginning(FormulaBuilder formula, Arithmetic y, Arithmetic range)
    {
        var y2 = formula.Let("y2", y * y);
        var y4 = formula.Let("y4", y2 * y2);
        return formula.Let("wave", range * (y2 * (s_coefficients[1].ToDouble() + y2 * Tail(formula, y2, y4, n => s_coefficients[n]))), "sin²(πy/2)");
    }

    public override string Describe(string u)
    {
        if (From.Constant is { } from && To.Constant is { } to)
            return base.Describe(u);
        return Text.Of(To) + " + (" + Text.Of(From) + " − " + Text.Of(To) + ") · " + DescribeRest(Progress.Describe(u));
    }

    protected override Rational Ease(Rational x, int bits) => Real.HalfWave(x, bits);

    protected override string DescribeEase(string x) => "(1 − cos(π · " + x + ")) / 2";

    protected override string DescribeRest(string x) => "(1 + cos(π · " + x + ")) / 2";

    /// <summary>a₂ + a₃y² + a₄y⁴ + ….</summary>
    private static Arithmetic Tail(FormulaBuilder formula, Arithmetic y2, Arithmetic y4, Func<int, Rational> coefficient) => formula.Polynomial(
        "tail", [.. Enumerable.Range(0, Terms + 1).Select(n => coefficient(n).ToDouble())], 2, y2, y4);

    /// <summary>The value counted from the nearer end: added to the lower value, or taken from the upper with its rounding error.</summary>
    private static Arithmetic EitherEnd(
        FormulaBuilder formula, Arithmetic done, double middle, double from, double to, bool rises, Arithmetic first, Arithmetic rest)
    {
        double low = rises ? from : to, high = rises ? to : from;
        var down = formula.Let("down", (Arithmetic)high - first);
        var fromHigh = down + ((Arithmetic)high - down - first - rest);
        var fromLow = first + (rest + low);
        return new Choice(done, middle, rises ? fromHigh : fromLow, rises ? fromLow : fromHigh);
    }

    private static Rational[] Coefficients()
    {
        // sin²(z) = (1 − cos 2z)/2 with 2z = πy: a_n = (−1)^(n+1) π^(2n) / (2 (2n)!).
        var coefficients = new Rational[Terms + 1];
        var term = Rational.Half;
        for (int n = 1; n <= Terms; n++)
        {
            term = Shorten(-term * Real.Pi * Real.Pi * new Rational(1, (BigInteger)(2 * n - 1) * (2 * n)));
            coefficients[n] = -term;
        }

        return coefficients;
    }

    /// <summary>Keeps 320 bits, so that powers of π do not grow.</summary>
    private static Rational Shorten(Rational value) => (value * Rational.PowerOfTwo(320)).Floor() * Rational.PowerOfTwo(-320);
}
