using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// A decay over a power of the covered share: to + (from − to) · (1 − x^k)^p, or a half wave over x^k where there is no p.
/// </summary>
internal sealed record KDecayShape(Scalar From, Scalar To, Progress Progress, Scalar TimePower, Scalar? Power) : EaseShape(From, To, Progress)
{
    /// <summary>Up to this whole power products are shorter than a call of Math.Pow.</summary>
    private const int MostFactors = 8;

    public override IEnumerable<Scalar> Scalars => Power is null ? [.. base.Scalars, TimePower] : [.. base.Scalars, TimePower, Power];

    public override Rational Evaluate(Rational u, int bits) =>
        To.Constant!.Value + (From.Constant!.Value - To.Constant!.Value) * Rest(Progress.At(u), bits);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var steps = Progress.Exactly(time);
        return Value(formula, formula.Let("x", steps.Done / (double)steps.Total), formula.Let("left", steps.Left / (double)steps.Total));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Progress.Length));
        var done = formula.Let("done", Progress.Done(formula, u));
        return Value(formula, formula.Let("x", done / length), formula.Let("left", (length - done) / length));
    }

    protected override Rational Ease(Rational x, int bits) => Rational.One - Rest(x, bits);

    protected override string DescribeEase(string x) => "(1 − " + DescribeRest(x) + ")";

    protected override string DescribeRest(string x)
    {
        string power = (x.IndexOf(' ') < 0 ? x : "(" + x + ")") + "^" + Text.Of(TimePower);
        if (Power is null)
            return "(1 + cos(π · " + power + ")) / 2";
        return "(1 − " + power + ")" + (Power.Constant == Rational.One ? string.Empty : "^" + Text.Of(Power));
    }

    private Rational Rest(Rational x, int bits)
    {
        var rest = Rational.One - Real.Pow(x, TimePower.Constant!.Value, bits);
        return Power is null ? Real.HalfWave(rest, bits) : Real.Pow(rest, Power.Constant!.Value, bits);
    }

    /// <summary>The value over x and 1 − x, each exact but for one rounding.</summary>
    private Arithmetic Value(FormulaBuilder formula, Arithmetic x, Arithmetic left)
    {
        var (power, rest) = TimePower.Constant is { IsInteger: true } k && k <= MostFactors
            ? Products(formula, x, left, (int)k.Numerator)
            : Powers(formula, x, left, formula.Scalar(TimePower));
        var range = formula.Scalar(From - To);
        if (Power is not null)
            return MultiplyAdd.Of(range, PowerShape.Raise(formula, rest, Power), formula.Scalar(To));
        var wave = HalfWaveShape.Beginning(formula, formula.Let("y", new Call(MathFunction.Min, power, rest)), range);
        return new Choice(power, rest, formula.Scalar(To) + wave, formula.Scalar(From) - wave);
    }

    /// <summary>x^k and 1 − x^k = (1 − x)(1 + x + … + x^(k−1)), a sum without cancellation.</summary>
    private static (Arithmetic Power, Arithmetic Remainder) Products(FormulaBuilder formula, Arithmetic x, Arithmetic left, int k)
    {
        // For k = 1 the shape is a simpler one.
        Arithmetic power = x * x, sum = x + 1.0;
        for (int i = 2; i < k; i++)
        {
            sum = MultiplyAdd.Of(x, sum, 1.0);
            power *= x;
        }

        return (formula.Let("power", power), formula.Let("rest", left * sum));
    }

    /// <summary>
    /// x^k and 1 − x^k = −expm1(k · log1p(−left)). Both functions are their argument times a slowly varying quotient, which
    /// the rounded x and x^k give as well as the exact ones (Kahan).
    /// </summary>
    private static (Arithmetic Power, Arithmetic Remainder) Powers(FormulaBuilder formula, Arithmetic x, Arithmetic left, Arithmetic k)
    {
        var power = formula.Let("power", new Call(MathFunction.Pow, x, k));
        var log = formula.Let("log", k * left * new Choice(1.0, x, new Call(MathFunction.Log, x) / (x - 1.0), 1.0), "−k ln x");
        var near = new Choice(1.0, power, log * ((power - 1.0) / new Call(MathFunction.Log, power)), log);
        return (power, formula.Let("rest", new Choice(0.5, power, 1.0 - power, near), "1 − x^k"));
    }
}
