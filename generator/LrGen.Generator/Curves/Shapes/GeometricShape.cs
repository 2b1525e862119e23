using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>Equal ratios: rate · factor^x, where x is not bounded.</summary>
internal sealed record GeometricShape(Scalar Rate, Scalar Factor, Progress Progress) : Shape
{
    /// <summary>The terms of 2^r = 1 + r ln 2 + … that matter for |r| ≤ ½: the next is below a twentieth of the last bit.</summary>
    private const int Terms = 13;

    /// <summary>As many terms as anybody needs: those of 2^r for r ≤ 1.</summary>
    private const int MostTerms = 17;

    /// <summary>The coefficients of 2^r − 1 = r ln 2 + (r ln 2)² ÷ 2 + …, by the power of r.</summary>
    public static IReadOnlyList<Rational> PowerOfTwo { get; } = PowerOfTwoCoefficients();

    /// <summary>1.5 · 2^52: a small number added to it is rounded to an integer, which then stands in the low bits.</summary>
    public const double Rounder = 6755399441055744;

    private static readonly Rational s_smallestNormal = Rational.PowerOfTwo(-1022);
    private static readonly Rational s_infinite = Rational.PowerOfTwo(1024);

    public override Scalar Start => Progress.Shift.IsZero ? Rate : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Factor.Constant < Rational.One ? Scalar.Zero : null;

    // Until a decay has fallen to a thirtieth.
    public override Rational? DrawnSpan => Geometric.SpanOfFall(Factor, Progress.Length);

    public override IEnumerable<Scalar> Scalars => [Rate, Factor, Progress.Shift, Progress.Length];

    public override Rational Evaluate(Rational u, int bits) =>
        Flush(Rate.Constant!.Value * Real.Pow(Factor.Constant!.Value, Progress.At(u), bits));

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        // Other quantities than the rate may be 0, and stay so.
        if (Factor.Constant == Rational.One || Rate.IsZero)
            return [new ShapePart(end, new HoldShape(Rate))];
        var (bound, rest) = Bound(Factor.Constant!.Value);
        return Geometric.SplitAt(this, end, TimeAt(bound), rest);
    }

    /// <summary>The local time at which the value is <paramref name="value"/>.</summary>
    public Rational TimeAt(Rational value) =>
        Real.Ln(value / Rate.Constant!.Value, Real.Precise) / Real.Ln(Factor.Constant!.Value, Real.Precise)
            * Progress.Length.Constant!.Value - Progress.Shift.Constant!.Value;

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var rate = Rate.Constant!.Value;
        var steps = Progress.Exactly(time);
        var exponent = Real.Log2(Factor.Constant!.Value, Real.Precise) / steps.Total;
        // Until the value has vanished, or until the segment ends, if that is sooner.
        var largest = Rational.Abs((Rational)2200 / exponent).Ceiling();
        if (steps.Limit is { } limit && limit * steps.PerStep + steps.First < largest)
            largest = limit * steps.PerStep + steps.First;
        var power = TwoPart.For(exponent, Rational.BitLength(largest + 1));

        formula.Note("A power of two, split into a whole one, which is added to the exponent, and a rest as a polynomial.");
        var done = formula.Let("done", steps.Done);
        var product = formula.Let("power", done * power.High);
        // Over very many steps few bits are left for the first part, and the second counts for the nearest integer, too.
        bool isRough = Rational.Abs(Rational.FromDouble(power.Low)) * largest > new Rational(1, 100);
        var rounded = formula.Let("rounded", (isRough ? MultiplyAdd.Of(done, power.Low, product) : product) + Rounder, "the nearest integer, in the low bits");
        var rest = formula.Let("rest", MultiplyAdd.Of(done, power.Low, product - (rounded - Rounder)));
        var square = formula.Let("square", rest * rest);
        // rate · (2^rest − 1)
        var coefficients = Enumerable.Range(0, Terms + 1).Select(n => (rate * PowerOfTwo[n]).ToDouble()).ToArray();
        var sum = formula.Polynomial("curve", coefficients, 1, rest, square);
        return new ScaledByPowerOfTwo(formula.Let("scaled", MultiplyAdd.Of(rest, sum, rate.ToDouble())), rounded);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        formula.Scalar(Rate) * new Call(MathFunction.Pow, formula.Scalar(Factor), Progress.Write(formula, u));

    private static Rational[] PowerOfTwoCoefficients()
    {
        var coefficients = new Rational[MostTerms + 1];
        var term = Rational.One;
        for (int n = 1; n <= MostTerms; n++)
            coefficients[n] = term = term * Real.Ln2 * new Rational(1, n);
        return coefficients;
    }

    /// <summary>The value past which a double is 0 (a decay) or infinite (a growth), and what it is then.</summary>
    public static (Rational Value, Shape After) Bound(Rational factor) =>
        factor < Rational.One ? (s_smallestNormal, new HoldShape(Scalar.Zero)) : (s_infinite, new HoldShape(s_infinite));

    /// <summary>A value below the smallest normal double counts as 0: the generated code builds the exponent itself.</summary>
    public static Rational Flush(Rational value) => value < s_smallestNormal ? Rational.Zero : value;

    public override string Describe(string u)
    {
        string x = Progress.Describe(u);
        return Text.Of(Rate) + " · " + Text.Of(Factor) + (x.IndexOf(' ') < 0 ? "^" + x : "^(" + x + ")");
    }
}

/// <summary>What smooth and stepwise geometric decay have in common.</summary>
internal static class Geometric
{
    /// <summary>The time in which a rate changes by a factor of thirty.</summary>
    public static Rational? SpanOfFall(Scalar factor, Scalar every) =>
        factor.Constant is { } f && every.Constant is { } steps && f != Rational.One
            ? Rational.Max(steps * 2, Rational.Abs(Real.Ln(30, Real.Quick) / Real.Ln(f, Real.Quick)) * steps)
            : null;

    /// <summary>A shape until a local time, and then another.</summary>
    public static IEnumerable<ShapePart> SplitAt(Shape before, Rational? end, Rational time, Shape after)
    {
        if (end is { } last && last <= time)
            return [new ShapePart(end, before)];
        return time.Sign <= 0 ? [new ShapePart(end, after)] : [new ShapePart(time, before), new ShapePart(end, after)];
    }
}
