using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A reflected exponential: from + (to − from) · x ÷ (2 − x).</summary>
internal sealed record RexShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        var steps = Progress.Exactly(time);
        var left = formula.Let("left", steps.Left);
        var sum = (double)steps.Total + left;
        return to < from
            ? left * ((from - to) * 2).ToDouble() / sum + to.ToDouble()
            : steps.Done * (to - from).ToDouble() / sum + from.ToDouble();
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var x = formula.Let("x", Progress.Write(formula, u));
        // 1 − x ÷ (2 − x) = (2 − 2x) ÷ (2 − x): counted from the end value nothing cancels near the end.
        return formula.Scalar(To) + (formula.Scalar(From) - formula.Scalar(To)) * ((1.0 - x) * 2.0 / (2.0 - x));
    }

    protected override Rational Ease(Rational x, int bits) => x / (2 - x);

    protected override string DescribeEase(string x) => x + " / (2 − " + x + ")";

    protected override string DescribeRest(string x) => "(1 − " + x + ") / (1 − " + x + " / 2)";
}
