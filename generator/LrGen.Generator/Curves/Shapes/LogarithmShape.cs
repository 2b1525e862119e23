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
        var logarithm = formula.Let("log", LogOfOnePlus(formula, grown));
        // Of two parts, so that the coefficient's own rounding does not count.
        return TwoPart.For((to - from) / Real.Ln(count, Real.Precise), 0).TimesPlus(logarithm, from.ToDouble());
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var count = formula.Let("count", formula.Scalar(Count));
        var grown = formula.Let("grown", Progress.Write(formula, u) * (count - 1.0));
        var share = LogOfOnePlus(formula, grown) / new Call(MathFunction.Log, count);
        return formula.Scalar(From) + (formula.Scalar(To) - formula.Scalar(From)) * share;
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
