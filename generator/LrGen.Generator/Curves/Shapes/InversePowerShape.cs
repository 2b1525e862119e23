using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A decay by a power of time: rate · (1 + u ÷ timescale)^(−power).</summary>
internal sealed record InversePowerShape(Scalar Rate, Scalar Power, Scalar Timescale) : Shape
{
    /// <summary>After so many timescales the inverse square root has fallen to a third.</summary>
    private const int DrawnTimescales = 9;

    private const int ExactBits = 53;

    /// <summary>Up to this power products and roots are within the bound of the call of Math.Pow, and a fraction of its time.</summary>
    private const int MostRoots = 3;

    public override Scalar Start => Rate;

    public override Scalar? Limit => Scalar.Zero;

    public override Rational? DrawnSpan => Timescale.Constant * DrawnTimescales;

    public override IEnumerable<Scalar> Scalars => [Rate, Power, Timescale];

    public override Rational Evaluate(Rational u, int bits) =>
        Rate.Constant!.Value * Real.Pow(Rational.One + u / Timescale.Constant!.Value, -Power.Constant!.Value, bits);

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational rate = Rate.Constant!.Value, power = Power.Constant!.Value, timescale = Timescale.Constant!.Value;
        var steps = new Progress(timescale, timescale).Exactly(time);
        // A timescale of many digits makes integers that no double holds; its nearest double serves then.
        bool isExact = Rational.BitLength(steps.Total) <= ExactBits && Rational.BitLength(steps.First) <= ExactBits;
        var total = isExact ? (Rational)steps.Total : timescale;
        var sum = formula.Let("sum", isExact ? steps.Done : time.K + (timescale + time.Offset).ToDouble());
        if (power == Rational.One)
            return (rate * total).ToDouble() / sum;
        // Under one root the rounding of the quotient counts half.
        var square = rate * rate * total;
        if (power == Rational.Half && square > Rational.PowerOfTwo(-900) && square < Rational.PowerOfTwo(900))
            return new Call(MathFunction.Sqrt, square.ToDouble() / sum);
        if (power == Rational.Half)
            return (Arithmetic)(rate * Real.Sqrt(total, Real.Precise)).ToDouble() / new Call(MathFunction.Sqrt, sum);
        return power <= MostRoots && PowerShape.ByRoots(formula, sum, power) is { } roots
            ? (Arithmetic)(rate * Real.Pow(total, power, Real.Precise)).ToDouble() / roots
            : new Call(MathFunction.Pow, sum / total.ToDouble(), (-power).ToDouble()) * rate.ToDouble();
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var sum = formula.Let("sum", 1.0 + u / formula.Scalar(Timescale));
        var rate = formula.Scalar(Rate);
        if (Power.Constant == Rational.One)
            return rate / sum;
        return Power.Constant <= MostRoots && PowerShape.ByRoots(formula, sum, Power.Constant!.Value) is { } roots
            ? rate / roots
            : rate * new Call(MathFunction.Pow, sum, new Operation('-', 0.0, formula.Scalar(Power)));
    }

    public override string Describe(string u)
    {
        string sum = "1 + " + u + (Timescale.Constant == Rational.One ? string.Empty : " / " + Text.Of(Timescale));
        if (Power.Constant == Rational.One)
            return Text.Of(Rate) + " / (" + sum + ")";
        return Power.Constant == Rational.Half
            ? Text.Of(Rate) + " / √(" + sum + ")"
            : Text.Of(Rate) + " · (" + sum + ")^−" + Text.Of(Power);
    }
}
