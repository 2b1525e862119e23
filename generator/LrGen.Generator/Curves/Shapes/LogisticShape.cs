using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A fall along the logistic function: low + (high − low) ÷ (1 + e^(offset + exponent · x)), where x is not bounded.</summary>
internal sealed record LogisticShape(Scalar Low, Scalar High, Rational Offset, Scalar Exponent, Progress Progress) : Shape
{
    /// <summary>e to this power is still a double, and 1 over it still a normal one.</summary>
    private const int Steepest = 708;

    /// <summary>So many halvings next to 1 are lost in its rounding.</summary>
    private const int NegligibleBits = 60;

    /// <summary>So many times a steepness of 1 the value goes on from the middle before it is drawn as flat.</summary>
    private const int DrawnExponent = 8;

    public override Scalar Start => Progress.Shift.IsZero
        ? Low + (High - Low) * (Scalar)(Rational.One / (Rational.One + Real.Exp(Offset, Real.Precise)))
        : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Low;

    public override Rational? DrawnSpan => Exponent.Constant is { } && Progress.Shift.Constant is { } && Progress.Length.Constant is { } ? TimeAt(DrawnExponent) : null;

    public override IEnumerable<Scalar> Scalars => [Low, High, Exponent, Progress.Shift, Progress.Length];

    public override Rational Evaluate(Rational u, int bits) =>
        Low.Constant!.Value + (High - Low).Constant!.Value / (Rational.One + Real.Exp(Offset + Exponent.Constant!.Value * Progress.At(u), bits));

    public override Shape Scale(Scalar factor) => this with { Low = Low * factor, High = High * factor };

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        if (High == Low)
            return [new ShapePart(end, new HoldShape(Low))];
        // Flat before the power of e counts next to 1, and after what it leaves of the range counts next to the low value.
        var last = Low.IsZero ? Steepest : Real.Ln((High - Low).Constant!.Value / Low.Constant!.Value, Real.Quick) + NegligibleBits * Real.Ln2;
        var fall = Geometric.SplitAt(this, end, TimeAt(Rational.Min(Rational.Max(last, 1), Steepest)), new HoldShape(Low));
        var first = TimeAt(-NegligibleBits * Real.Ln2);
        return first.Sign <= 0 ? fall : Geometric.SplitAt(new HoldShape(High), end, first, this).SelectMany(part => part.Shape is HoldShape ? [part] : fall);
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var power = new ExponentShape(Real.Exp(Offset, Real.Precise), Exponent, Progress).Ratios;
        // Before the middle the power of e is below 1, as many steps back as forth.
        var growth = formula.Let("growth", power.Fold(formula, time with { Limit = null }));
        return Value(formula, growth);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var exponent = formula.Scalar(Exponent) * Progress.Write(formula, u);
        return Value(formula, formula.Let("growth", new Call(MathFunction.Exp, exponent + Offset.ToDouble())));
    }

    public override string Describe(string u)
    {
        string x = Text.Of(Exponent) + " · " + Progress.Describe(u);
        string exponent = Offset.IsZero ? x : x + (Offset.Sign < 0 ? " − " : " + ") + NumberText.Friendly(Rational.Abs(Offset));
        return (Low.IsZero ? string.Empty : Text.Of(Low) + " + ") + Text.Of(High - Low) + " / (1 + e^(" + exponent + "))";
    }

    /// <summary>The local time at which e has the power <paramref name="exponent"/>.</summary>
    private Rational TimeAt(Rational exponent) =>
        (exponent - Offset) / Exponent.Constant!.Value * Progress.Length.Constant!.Value - Progress.Shift.Constant!.Value;

    private Arithmetic Value(FormulaBuilder formula, Arithmetic growth) => formula.Scalar(High - Low) / (1.0 + growth) + formula.Scalar(Low);
}
