using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>Two shapes over the same local time, multiplied.</summary>
internal sealed record ProductShape(Shape First, Shape Second) : Shape
{
    public override Scalar Start => First.Start * Second.Start;

    public override bool FoldsForAnyTime => First.FoldsForAnyTime && Second.FoldsForAnyTime;

    public override IEnumerable<Scalar> Scalars => [.. First.Scalars, .. Second.Scalars];

    public override Rational Evaluate(Rational u, int bits) => First.Evaluate(u, bits) * Second.Evaluate(u, bits);

    public override Shape Scale(Scalar factor) => new ProductShape(First.Scale(factor), Second);

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        foreach (var second in Second.Split(end))
        {
            foreach (var first in First.Split(second.End))
            {
                yield return new ShapePart(first.End, (first.Shape, second.Shape) switch
                {
                    (var a, HoldShape b) => a.Scale(b.Value),
                    (HoldShape a, var b) => b.Scale(a.Value),
                    var (a, b) => new ProductShape(a, b),
                });
            }
        }
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var first = formula.Let("share", First.Fold(formula, time));
        return first * Second.Fold(formula, time);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var first = formula.Let("share", First.Write(formula, u));
        return first * Second.Write(formula, u);
    }

    public override string Describe(string u) => "(" + First.Describe(u) + ") · (" + Second.Describe(u) + ")";
}
