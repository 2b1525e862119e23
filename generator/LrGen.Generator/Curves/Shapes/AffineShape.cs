using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A shape turned over or moved, and not above a bound: min(inner · factor + offset, highest).</summary>
internal sealed record AffineShape(Shape Inner, Rational Factor, Rational Offset, Rational Highest) : Shape
{
    public override Scalar Start => Evaluate(Rational.Zero, Real.Precise);

    public override IEnumerable<Shape> Parts => [Inner];

    public override int Leaves => Inner.Leaves;

    public override bool FoldsForAnyTime => Inner.FoldsForAnyTime;

    public override bool IsMonotone => false;

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        var (low, high) = Inner.Range(from, to, bits);
        return Bounds.Between(Of(low), Of(high));
    }

    public override Scalar? Limit => Inner.Limit?.Constant is { } limit ? (Scalar)Of(limit) : null;

    public override Rational? DrawnSpan => Inner.DrawnSpan;

    public override IEnumerable<Scalar> Scalars => Inner.Scalars;

    public override Rational Evaluate(Rational u, int bits) => Of(Inner.Evaluate(u, bits));

    public override Shape Scale(Scalar factor) => this with
    {
        Factor = Factor * factor.Constant!.Value, Offset = Offset * factor.Constant.Value, Highest = Highest * factor.Constant.Value,
    };

    public override IEnumerable<ShapePart> Split(Rational? end) => Inner.Split(end).Select(part => part with
    {
        Shape = part.Shape is HoldShape { Value.Constant: { } level } ? new HoldShape(Of(level)) : this with { Inner = part.Shape },
    });

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => Limited(formula.Let("mirrored", Inner.Fold(formula, time)));

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Limited(formula.Let("mirrored", Inner.Write(formula, u)));

    public override string Describe(string u) => "min(" + NumberText.Friendly(Offset) + " − " + NumberText.Friendly(-Factor) + " · (" + Inner.Describe(u) + "), "
        + NumberText.Friendly(Highest) + ")";

    private Rational Of(Rational value) => Rational.Min(value * Factor + Offset, Highest);

    private Arithmetic Limited(Arithmetic value) =>
        new Call(MathFunction.Min, MultiplyAdd.Of(value, Factor.ToDouble(), Offset.ToDouble()), Highest.ToDouble());
}
