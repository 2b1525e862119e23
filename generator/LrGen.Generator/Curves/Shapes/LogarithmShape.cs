using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A logarithm: from + (to − from) · ln(1 + x · (count − 1)) ÷ ln count.</summary>
internal sealed record LogarithmShape(Scalar From, Scalar To, Progress Progress, Scalar Count) : EaseShape(From, To, Progress)
{
    public override IEnumerable<Scalar> Scalars => [.. base.Scalars, Count];

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value, count = Count.Constant!.Value;
        var steps = Progress.Exactly(time);
        var growth = (count - 1) / steps.Total;
        var grown = formula.Let("grown", steps.Done * (double)growth.Numerator / (double)growth.Denominator);
        // Counted from the lower end both terms have one sign, so nothing cancels: 1 − ln(1 + y) ÷ ln n = ln(1 + (n − 1 − y) ÷ (1 + y)) ÷ ln n.
        bool rises = to >= from;
        var counted = rises ? grown : formula.Let("rest", steps.Left * (double)growth.Numerator / (double)growth.Denominator / (1.0 + grown));
        var logarithm = formula.Let("log", LogOfOnePlus(formula, counted));
        // Of two parts, so that the coefficient's own rounding does not count.
        return TwoPart.For(Rational.Abs(to - from) / Real.Ln(count, Real.Precise), 0).TimesPlus(logarithm, Rational.Min(from, to).ToDouble());
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var count = formula.Let("count", formula.Scalar(Count));
        var grown = formula.Let("grown", Progress.Write(formula, u) * (count - 1.0));
        var up = formula.Scalar(To) * LogOfOnePlus(formula, grown);
        if (From.IsZero)
            return up / new Call(MathFunction.Log, count);
        // Both products are positive, so nothing cancels near either end.
        var rest = formula.Let("rest", (count - 1.0 - grown) / (1.0 + grown));
        return (up + formula.Scalar(From) * LogOfOnePlus(formula, rest)) / new Call(MathFunction.Log, count);
    }

    protected override Rational Ease(Rational x, int bits)
    {
        var count = Count.Constant!.Value;
        return Real.Ln(Rational.One + x * (count - 1), bits + 16) / Real.Ln(count, bits + 16);
    }

    protected override string DescribeEase(string x) => "ln(1 + " + x + " · " + Text.Of(Count - Scalar.One) + ") / ln(" + Text.Of(Count) + ")";

    /// <summary>ln(1 + y) with what the sum 1 + y rounds away put back.</summary>
    private static Arithmetic LogOfOnePlus(FormulaBuilder formula, Arithmetic y)
    {
        var sum = formula.Let("sum", 1.0 + y);
        return new Call(MathFunction.Log, sum) + (y - (sum - 1.0)) / sum;
    }
}
