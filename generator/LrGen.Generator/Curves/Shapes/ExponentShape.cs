using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A power of e: rate · e^(exponent · x), where x is not bounded.</summary>
internal sealed record ExponentShape(Scalar Rate, Scalar Exponent, Progress Progress) : Shape
{
    private static readonly Rational s_largest = 64;

    public override Scalar Start => Progress.Shift.IsZero ? Rate : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Scalar.Zero;

    public override Rational? DrawnSpan => IsConstant ? Ratios.DrawnSpan : null;

    public override IEnumerable<Scalar> Scalars => [Rate, Exponent, Progress.Shift, Progress.Length];

    /// <summary>A shape of constants as equal ratios, which need no function.</summary>
    public GeometricShape Ratios
    {
        get
        {
            // A ratio near 1 over a shorter length: neither underflows.
            Rational exponent = Exponent.Constant!.Value, length = Progress.Length.Constant!.Value;
            for (; Rational.Abs(exponent) > s_largest; exponent *= Rational.Half)
                length *= Rational.Half;
            return new GeometricShape(Rate, Real.Exp(exponent, Real.Precise), Progress with { Length = length });
        }
    }

    public override Rational Evaluate(Rational u, int bits) =>
        GeometricShape.Flush(Rate.Constant!.Value * Real.Exp(Exponent.Constant!.Value * Progress.At(u), bits));

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override IEnumerable<ShapePart> Split(Rational? end) => Ratios.Split(end);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => Ratios.Fold(formula, time);

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        formula.Scalar(Rate) * new Call(MathFunction.Exp, formula.Scalar(Exponent) * Progress.Write(formula, u));

    public override string Describe(string u) => Text.Of(Rate) + " · e^(" + Text.Of(Exponent) + " · " + Progress.Describe(u) + ")";
}
