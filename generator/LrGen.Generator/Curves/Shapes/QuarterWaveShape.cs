using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A quarter of a sine wave, steep at the lower value and flat at the upper: low + (high − low) · sin(πy/2), y counted from the lower.</summary>
internal sealed record QuarterWaveShape(Scalar From, Scalar To, Progress Progress, bool IsFall) : EaseShape(From, To, Progress)
{
    private Scalar Low => IsFall ? To : From;

    private Scalar High => IsFall ? From : To;

    /// <summary>The square of the sine is a half wave.</summary>
    private HalfWaveShape Square => IsFall ? new(Scalar.One, Scalar.Zero, Progress) : new(Scalar.Zero, Scalar.One, Progress);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => Value(formula, Square.Fold(formula, time));

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Value(formula, Square.Write(formula, u));

    protected override Rational Ease(Rational x, int bits) =>
        IsFall ? Rational.One - Real.Sqrt(Real.HalfWave(Rational.One - x, bits), bits) : Real.Sqrt(Real.HalfWave(x, bits), bits);

    protected override string DescribeEase(string x) => IsFall ? "(1 − cos(π/2 · " + x + "))" : "sin(π/2 · " + x + ")";

    protected override string DescribeRest(string x) => IsFall ? "cos(π/2 · " + x + ")" : "(1 − sin(π/2 · " + x + "))";

    private Arithmetic Value(FormulaBuilder formula, Arithmetic square) => MultiplyAdd.Of(
        formula.Scalar(High - Low), formula.Let("sine", new Call(MathFunction.Sqrt, square)), formula.Scalar(Low));
}
