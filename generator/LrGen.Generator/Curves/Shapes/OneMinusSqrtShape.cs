using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A square root: from + (to − from) · (1 − √(1 − x)).</summary>
internal sealed record OneMinusSqrtShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        var steps = Progress.Exactly(time);
        double total = (double)steps.Total;
        if (to < from)
            return new Call(MathFunction.Sqrt, steps.Left / total) * (from - to).ToDouble() + to.ToDouble();
        // 1 − √(1 − x) = x ÷ (1 + √(1 − x)), without the cancellation.
        var done = formula.Let("done", steps.Done);
        var root = formula.Let("root", new Call(MathFunction.Sqrt, (total - done) / total));
        return TwoPart.For((to - from) / steps.Total, steps.Bits).TimesPlus(done, 0.0) / (1.0 + root) + from.ToDouble();
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var x = formula.Let("x", Progress.Write(formula, u));
        return formula.Scalar(From) + (formula.Scalar(To) - formula.Scalar(From)) * (x / (1.0 + new Call(MathFunction.Sqrt, 1.0 - x)));
    }

    protected override Rational Ease(Rational x, int bits) => Rational.One - Real.Sqrt(Rational.One - x, bits);

    protected override string DescribeEase(string x) => "(1 − √(1 − " + x + "))";

    protected override string DescribeRest(string x) => "√(1 − " + x + ")";
}
