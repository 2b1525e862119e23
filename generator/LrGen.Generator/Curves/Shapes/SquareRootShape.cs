using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A square root: from + (to − from) · √x.</summary>
internal sealed record SquareRootShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        var steps = Progress.Exactly(time);
        var root = formula.Let("root", new Call(MathFunction.Sqrt, steps.Done / (double)steps.Total));
        if (to > from)
            return root * (to - from).ToDouble() + from.ToDouble();
        // 1 − √x = (1 − x) ÷ (1 + √x), without the cancellation.
        return TwoPart.For((from - to) / steps.Total, steps.Bits).TimesPlus(formula.Let("left", steps.Left), 0.0) / (1.0 + root) + to.ToDouble();
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var x = formula.Let("x", Progress.Write(formula, u));
        return formula.Scalar(To) + (formula.Scalar(From) - formula.Scalar(To)) * ((1.0 - x) / (1.0 + new Call(MathFunction.Sqrt, x)));
    }

    protected override Rational Ease(Rational x, int bits) => Real.Sqrt(x, bits);

    protected override string DescribeEase(string x) => "√(" + x + ")";
}
