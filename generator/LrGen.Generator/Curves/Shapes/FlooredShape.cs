using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A shape that does not fall below a floor.</summary>
internal sealed record FlooredShape(Shape Inner, Scalar Floor) : Shape
{
    // A floor of run time is checked to be at most the rate.
    public override Scalar Start => Inner.Start.Constant is not null && Floor.Constant is not null ? Scalar.Max(Inner.Start, Floor) : Inner.Start;

    public override IEnumerable<Shape> Parts => [Inner];

    public override int Leaves => Inner.Leaves;

    public override bool FoldsForAnyTime => Inner.FoldsForAnyTime;

    public override bool IsMonotone => Inner.IsMonotone;

    public override Scalar? CycleLength => Inner.CycleLength;

    public override Scalar? FirstTop => Inner.FirstTop;

    public override bool HasEqualTops => Inner.HasEqualTops;

    public override IEnumerable<Rational> TopTimes => Inner.TopTimes;

    public override Bounds Range(Rational from, Rational to, int bits) => Bounds.Max(Inner.Range(from, to, bits), Bounds.Of(Floor.Constant!.Value));

    public override Scalar? Limit => Inner.Limit is null ? null : Scalar.Max(Inner.Limit, Floor);

    public override Rational? DrawnSpan => Inner.DrawnSpan;

    public override IEnumerable<Scalar> Scalars => [.. Inner.Scalars, Floor];

    public override Rational Evaluate(Rational u, int bits) => Rational.Max(Inner.Evaluate(u, bits), Floor.Constant!.Value);

    public override Shape Scale(Scalar factor) => new FlooredShape(Inner.Scale(factor), Floor * factor);

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        var floor = Floor.Constant!.Value;
        return Inner switch
        {
            ExponentShape e => new FlooredShape(e.Ratios, Floor).Split(end),
            GeometricShape g when g.Factor.Constant < Rational.One => Geometric.SplitAt(g, end, g.TimeAt(floor), new HoldShape(Floor)),
            StaircaseShape s when s.Factor.Constant < Rational.One => s.SplitAtLevel(end, s.LevelReaching(floor), new HoldShape(Floor)),
            _ => Inner.Split(end).Select(part => part.Shape is HoldShape hold && hold.Value.Constant >= floor
                ? part
                : new ShapePart(part.End, new FlooredShape(part.Shape, Floor))),
        };
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) =>
        new Call(MathFunction.Max, Inner.Fold(formula, time), formula.Scalar(Floor));

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        new Call(MathFunction.Max, Inner.Write(formula, u), formula.Scalar(Floor));

    public override string Describe(string u) => Floor.IsZero ? Inner.Describe(u) : "max(" + Inner.Describe(u) + ", " + Text.Of(Floor) + ")";
}
