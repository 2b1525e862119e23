using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A half wave whose height follows a line: ground + line · wave.</summary>
internal sealed record EnvelopeShape(Scalar Ground, LineShape Line, HalfWaveShape Wave) : Shape
{
    public override Scalar Start => Line.Progress.Shift.IsZero
        ? Ground + Line.From * Wave.From
        : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool IsMonotone => false;

    public override IEnumerable<Scalar> Scalars => [Ground, .. Line.Scalars, .. Wave.Scalars];

    public override Rational Evaluate(Rational u, int bits) => Ground.Constant!.Value + Line.Evaluate(u, bits) * Wave.Evaluate(u, bits);

    public override Bounds Range(Rational from, Rational to, int bits) =>
        Bounds.Of(Ground.Constant!.Value) + Line.Range(from, to, bits) * Wave.Range(from, to, bits);

    public override Shape Scale(Scalar factor) => new EnvelopeShape(Ground * factor, (LineShape)Line.Scale(factor), Wave);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var line = formula.Let("line", Line.Fold(formula, time));
        return MultiplyAdd.Of(line, formula.Let("wave", Wave.Fold(formula, time)), formula.Scalar(Ground));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var line = formula.Let("line", Line.Write(formula, u));
        return line * Wave.Write(formula, u) + formula.Scalar(Ground);
    }

    public override string Describe(string u) =>
        (Ground.IsZero ? string.Empty : Text.Of(Ground) + " + ") + "(" + Line.Describe(u) + ") · " + Wave.Describe(u);
}
