using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A value for each whole number of steps: factor · values[⌊x⌋], and the last one from there on.</summary>
/// <param name="Values">The exact values.</param>
/// <param name="Factor">What run time multiplies them by; factors that are known are multiplied in.</param>
/// <param name="Progress">The number of the value.</param>
internal sealed record TableShape(IReadOnlyList<Rational> Values, Scalar Factor, Progress Progress) : Shape
{
    private const int ValuesShown = 3;

    /// <summary>Each value rounded once, for a factor that is known.</summary>
    public IReadOnlyList<double> Rounded => [.. Values.Select(v => v.ToDouble())];

    public override Scalar Start => Progress.Shift.IsZero ? (Scalar)Values[0] * Factor : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool IsMonotone => false;

    public override Scalar? CycleLength => Progress.Length * (Scalar)(Rational)Values.Count;

    public override IEnumerable<Rational> TopTimes
    {
        get
        {
            var highest = Values.Aggregate(Rational.Max);
            return Enumerable.Range(0, Values.Count).Where(i => Values[i] == highest).Select(TimeOf);
        }
    }

    public override IEnumerable<Scalar> Scalars => [Factor, Progress.Shift, Progress.Length];

    public override Rational Evaluate(Rational u, int bits) => Factor.Constant!.Value * Values[NumberAt(u)];

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        var values = Values.Skip(NumberAt(from)).Take(NumberAt(to) - NumberAt(from) + 1);
        return new Bounds(values.Aggregate(Rational.Min), values.Aggregate(Rational.Max)) * Bounds.Of(Factor.Constant!.Value);
    }

    public override Shape Scale(Scalar factor) => factor.Constant is { } known
        ? this with { Values = [.. Values.Select(v => v * known)] }
        : this with { Factor = Factor * factor };

    public override IEnumerable<ShapePart> Split(Rational? end) =>
        Geometric.SplitAt(this, end, TimeOf(Values.Count), new HoldShape(Values[Values.Count - 1]));

    // As part of a larger formula: alone, it is a table with an integer for an index.
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var steps = Progress.Exactly(time);
        return LookUp(formula, steps.Total.IsOne ? steps.Done : steps.Level(formula, "level"));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        LookUp(formula, new Call(MathFunction.Floor, Progress.Write(formula, u))) * formula.Scalar(Factor);

    public override string Describe(string u)
    {
        string values = "[" + string.Join(", ", Values.Take(ValuesShown).Select(NumberText.Friendly)) + (Values.Count > ValuesShown ? ", …" : string.Empty) + "]";
        string number = Progress.Describe(u);
        return (Factor.Constant == Rational.One ? string.Empty : Text.Of(Factor) + " · ") + values + "[" + (number == u ? u : "⌊" + number + "⌋") + "]";
    }

    private int NumberAt(Rational u)
    {
        var number = Progress.At(u).Floor();
        return number.Sign < 0 ? 0 : number < Values.Count ? (int)number : Values.Count - 1;
    }

    private Rational TimeOf(int number) => number * Progress.Length.Constant!.Value - Progress.Shift.Constant!.Value;

    /// <summary>What a formula is asked for outside of the table is never returned, but must not be looked for, either.</summary>
    private Arithmetic LookUp(FormulaBuilder formula, Arithmetic number) =>
        new Lookup(formula.Table("levels", Rounded), FormulaBuilder.Within(number, (double)(Values.Count - 1)));
}
