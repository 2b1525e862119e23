using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>Levels of equal ratios: rate · factor^⌊x⌋, where x is not bounded.</summary>
internal sealed record StaircaseShape(Scalar Rate, Scalar Factor, Progress Progress) : Shape
{
    /// <summary>Up to this many levels are written as comparisons with the steps at which they end.</summary>
    private const int MostComparisons = 4;

    public override Scalar Start => Progress.Shift.IsZero ? Rate : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Factor.Constant < Rational.One ? Scalar.Zero : null;

    // Until a decay has fallen to a thirtieth.
    public override Rational? DrawnSpan => Geometric.SpanOfFall(Factor, Progress.Length);

    public override IEnumerable<Scalar> Scalars => [Rate, Factor, Progress.Shift, Progress.Length];

    public override Rational Evaluate(Rational u, int bits) => Level(Progress.At(u).Floor(), bits);

    /// <summary>The exact value of a level; far levels, which no table holds, to a relative error of about 2^−bits.</summary>
    public Rational Level(BigInteger level, int bits) =>
        GeometricShape.Flush(Rate.Constant!.Value * Real.Pow(Factor.Constant!.Value, level, bits));

    /// <summary>The levels as a smooth curve over their number.</summary>
    public GeometricShape OverLevels() => new(Rate, Factor, new Progress(Scalar.Zero, Scalar.One));

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        if (Factor.Constant == Rational.One)
            return [new ShapePart(end, new HoldShape(Rate))];
        var (bound, rest) = GeometricShape.Bound(Factor.Constant!.Value);
        var level = LevelReaching(bound);
        return SplitAtLevel(end, Level(level, Real.Precise) == bound ? level + 1 : level, rest);
    }

    /// <summary>The levels until one, and then another shape.</summary>
    public IEnumerable<ShapePart> SplitAtLevel(Rational? end, BigInteger level, Shape after) =>
        Geometric.SplitAt(this, end, TimeOf(level), after).SelectMany(Levels);

    /// <summary>The first level whose value is at or past <paramref name="value"/>.</summary>
    public BigInteger LevelReaching(Rational value)
    {
        var factor = Factor.Constant!.Value;
        var level = (Real.Ln(value / Rate.Constant!.Value, Real.Precise) / Real.Ln(factor, Real.Precise)).Floor();
        // The logarithm may be off by a hair; the exact powers decide.
        level = BigInteger.Max(level - 1, 0);
        while (!Reaches(level))
            level++;
        return level;

        bool Reaches(BigInteger candidate)
        {
            var exact = Rate.Constant!.Value * Real.Pow(factor, candidate, Real.Precise);
            return factor < Rational.One ? exact <= value : exact >= value;
        }
    }

    // As part of a larger formula: alone, the levels are a table.
    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var level = Progress.Exactly(time).Level(formula, "level");
        if (Factor.Constant == Rational.Half)
            return new ScaledByPowerOfTwo(formula.Scalar(Rate), formula.Let("halvings", (Arithmetic)GeometricShape.Rounder - level));
        return OverLevels().Fold(formula, new IntegerTime(level, Rational.Zero, null));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        formula.Scalar(Rate) * new Call(MathFunction.Pow, formula.Scalar(Factor), new Call(MathFunction.Floor, Progress.Write(formula, u)));

    public override string Describe(string u) => Text.Of(Rate) + " · " + Text.Of(Factor) + "^⌊" + Progress.Describe(u) + "⌋";

    /// <summary>The local time at which a level begins.</summary>
    public Rational TimeOf(BigInteger level) => level * Progress.Length.Constant!.Value - Progress.Shift.Constant!.Value;

    /// <summary>A stretch of few levels as constants.</summary>
    private IEnumerable<ShapePart> Levels(ShapePart part)
    {
        if (part is not { Shape: StaircaseShape, End: { } end })
            return [part];
        var levels = Progress.At(end).Ceiling();
        // What ends before local time 0 is never seen.
        if (levels > MostComparisons || levels.Sign <= 0)
            return [part];
        return Enumerable.Range(0, (int)levels).Select(i =>
            new ShapePart(Rational.Min(TimeOf(i + 1), end), new HoldShape(Level(i, Real.Precise))));
    }
}
