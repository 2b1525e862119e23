using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A straight line.</summary>
internal sealed record LineShape(Scalar From, Scalar To, Progress Progress) : EaseShape(From, To, Progress)
{
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        var steps = Progress.Exactly(time);
        // Counted from the lower end both terms have one sign, so nothing cancels.
        bool rises = to >= from;
        var count = formula.Let(rises ? "done" : "left", rises ? steps.Done : steps.Left);
        var slope = TwoPart.For(Rational.Abs(to - from) / steps.Total, steps.Bits);
        if (slope.Low != 0)
            formula.Note("The slope in two parts: the first product is exact, the second adds what its slope lacks.");
        return slope.TimesPlus(count, Rational.Min(from, to).ToDouble());
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Progress.Length));
        var done = formula.Let("done", Progress.Done(formula, u));
        if (From.IsZero)
            return formula.Scalar(To) * done / length;
        // Both products are positive, so nothing cancels near either end.
        var left = (length - done) * formula.Scalar(From);
        return (To.IsZero ? left : left + done * formula.Scalar(To)) / length;
    }

    protected override Rational Ease(Rational x, int bits) => x;

    protected override string DescribeEase(string x) => x;
}
