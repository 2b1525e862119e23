using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A shape over whole numbers of steps: inner(⌊u ÷ every⌋).</summary>
internal sealed record StepwiseShape(Shape Inner, Scalar Every) : Shape
{
    private Progress Progress => new(Scalar.Zero, Every);

    public override long OwnSize => 1 + CurveSize.Of(Inner);

    public override int Leaves => Inner.Leaves;

    public override Scalar Start => Inner.Start;

    public override Scalar? Limit => Inner.Limit;

    public override Rational? DrawnSpan => Inner.DrawnSpan * Every.Constant;

    public override IEnumerable<Scalar> Scalars => [.. Inner.Scalars, Every];

    public override Rational Evaluate(Rational u, int bits) => Inner.Evaluate(Progress.At(u).Floor(), bits);

    public override bool IsMonotone => Inner.IsMonotone;

    public override Bounds Range(Rational from, Rational to, int bits) => Inner.Range(Progress.At(from).Floor(), Progress.At(to).Floor(), bits);

    public override Shape Scale(Scalar factor) => this with { Inner = Inner.Scale(factor) };

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var level = Progress.Exactly(time).Level(formula, "level");
        return Inner.Fold(formula, new IntegerTime(level, Rational.Zero, null));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        Inner.Write(formula, formula.Let("level", new Call(MathFunction.Floor, Progress.Write(formula, u))));

    public override string Describe(string u) => Inner.Describe("⌊" + Progress.Describe(u) + "⌋");
}
