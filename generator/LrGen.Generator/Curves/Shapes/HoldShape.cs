using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>One value throughout.</summary>
internal sealed record HoldShape(Scalar Value) : Shape
{
    public override Scalar Start => Value;

    public override IEnumerable<Scalar> Scalars => [Value];

    public override Rational Evaluate(Rational u, int bits) => Value.Constant!.Value;

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => formula.Scalar(Value);

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => formula.Scalar(Value);

    public override Shape Scale(Scalar factor) => new HoldShape(Value * factor);

    public override string Describe(string u) => Text.Of(Value);
}
