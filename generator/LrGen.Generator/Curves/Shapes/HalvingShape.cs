using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>The first half-life of a decay that then ends at once: to + (from − to) · (2 · ½^x − 1).</summary>
internal sealed record HalvingShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    /// <summary>The terms of 2^r − 1 = r ln 2 + … that matter for r ≤ 1: the next is below a twentieth of the last bit.</summary>
    private const int Terms = 17;

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var steps = Progress.Exactly(time);
        var range = From.Constant!.Value - To.Constant!.Value;
        var left = formula.Let("left", steps.Left / (double)steps.Total);
        formula.Note("2^left − 1 as a polynomial, all terms of which are positive.");
        return MultiplyAdd.Of(left, Sum(formula, left, n => range * GeometricShape.PowerOfTwo[n]), To.Constant!.Value.ToDouble());
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Progress.Length));
        var left = formula.Let("left", (length - Progress.Done(formula, u)) / length);
        return formula.Scalar(To) + (formula.Scalar(From) - formula.Scalar(To)) * (left * Sum(formula, left, n => GeometricShape.PowerOfTwo[n]));
    }

    protected override Rational Ease(Rational x, int bits) => 2 - Real.Pow(2, Rational.One - x, bits);

    protected override string DescribeEase(string x) => "(2 − 2 · 0.5^(" + x + "))";

    protected override string DescribeRest(string x) => "(2 · 0.5^(" + x + ") − 1)";

    private static Arithmetic Sum(FormulaBuilder formula, Arithmetic left, Func<int, Rational> coefficient) => formula.Polynomial(
        "curve", [.. Enumerable.Range(0, Terms + 1).Select(n => coefficient(n).ToDouble())], 1, left, formula.Let("square", left * left));
}
