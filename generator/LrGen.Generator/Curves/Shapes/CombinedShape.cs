using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>How two values become one.</summary>
internal enum Combination
{
    Product,
    Sum,
    Max,
    Min,
}

/// <summary>Two shapes over the same local time, multiplied, added, or the higher or lower of the two.</summary>
internal sealed record CombinedShape : Shape
{
    private CombinedShape(Combination kind, Shape first, Shape second) => (Kind, First, Second) = (kind, first, second);

    public Combination Kind { get; }

    public Shape First { get; }

    public Shape Second { get; }

    public override Scalar Start => Of(Kind, First.Start, Second.Start);

    public override bool FoldsForAnyTime => First.FoldsForAnyTime && Second.FoldsForAnyTime;

    public override bool IsMonotone => false;

    public override Scalar? Limit => (FarValue(First), FarValue(Second)) is ({ } a, { } b) ? Of(Kind, a, b) : null;

    public override Rational? DrawnSpan => First.DrawnSpan is { } a && Second.DrawnSpan is { } b ? Rational.Max(a, b) : First.DrawnSpan ?? Second.DrawnSpan;

    public override IEnumerable<Rational> TopTimes => [.. First.TopTimes, .. Second.TopTimes];

    public override IEnumerable<Scalar> Scalars => [.. First.Scalars, .. Second.Scalars];

    /// <summary>Combines two shapes; a level is taken into the other shape where that is the same.</summary>
    public static Shape Of(Combination kind, Shape first, Shape second) => (kind, first, second) switch
    {
        (_, HoldShape a, HoldShape b) => new HoldShape(Of(kind, a.Value, b.Value)),
        (Combination.Product, _, HoldShape { Value.IsZero: true }) => second,
        (Combination.Product, HoldShape { Value.IsZero: true }, _) => first,
        (Combination.Product, var shape, HoldShape level) => shape.Scale(level.Value),
        (Combination.Product, HoldShape level, var shape) => shape.Scale(level.Value),
        (Combination.Sum, EaseShape ease, HoldShape level) => ease.Raise(level.Value),
        (Combination.Sum, HoldShape level, EaseShape ease) => ease.Raise(level.Value),
        (Combination.Max, var shape, HoldShape { Value.IsZero: true }) => shape,
        (Combination.Max, HoldShape { Value.IsZero: true }, var shape) => shape,
        (Combination.Max, { IsConstant: true } shape, HoldShape { IsConstant: true } level) => new FlooredShape(shape, level.Value),
        (Combination.Max, HoldShape { IsConstant: true } level, { IsConstant: true } shape) => new FlooredShape(shape, level.Value),
        _ => new CombinedShape(kind, first, second),
    };

    public static Scalar Of(Combination kind, Scalar a, Scalar b) => kind switch
    {
        Combination.Product => a * b,
        Combination.Sum => a + b,
        Combination.Max => Scalar.Max(a, b),
        _ => Scalar.Min(a, b),
    };

    /// <summary>The shape with both of its parts changed.</summary>
    public Shape With(Func<Shape, Shape> change) => Of(Kind, change(First), change(Second));

    public override Rational Evaluate(Rational u, int bits)
    {
        Rational a = First.Evaluate(u, bits), b = Second.Evaluate(u, bits);
        return Kind switch
        {
            Combination.Product => a * b,
            Combination.Sum => a + b,
            Combination.Max => Rational.Max(a, b),
            _ => Rational.Min(a, b),
        };
    }

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        Bounds a = First.Range(from, to, bits), b = Second.Range(from, to, bits);
        return Kind switch
        {
            Combination.Product => a * b,
            Combination.Sum => a + b,
            Combination.Max => Bounds.Max(a, b),
            _ => Bounds.Min(a, b),
        };
    }

    public override Shape Scale(Scalar factor) => Kind == Combination.Product ? Of(Kind, First.Scale(factor), Second) : With(s => s.Scale(factor));

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        foreach (var second in Second.Split(end))
        {
            foreach (var first in First.Split(second.End))
            {
                var combined = Of(Kind, first.Shape, second.Shape);
                if (combined is CombinedShape same && ReferenceEquals(same.First, first.Shape) && ReferenceEquals(same.Second, second.Shape))
                {
                    yield return new ShapePart(first.End, combined);
                    continue;
                }

                // Scaled by a level, a decay vanishes elsewhere than it did alone.
                foreach (var part in combined.Split(first.End))
                    yield return part;
            }
        }
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => Combine(formula.Let(Name, First.Fold(formula, time)), Second.Fold(formula, time));

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Combine(formula.Let(Name, First.Write(formula, u)), Second.Write(formula, u));

    public override string Describe(string u) => Kind switch
    {
        Combination.Product => "(" + First.Describe(u) + ") · (" + Second.Describe(u) + ")",
        Combination.Sum => First.Describe(u) + " + " + Second.Describe(u),
        Combination.Max => "max(" + First.Describe(u) + ", " + Second.Describe(u) + ")",
        _ => "min(" + First.Describe(u) + ", " + Second.Describe(u) + ")",
    };

    private string Name => Kind == Combination.Product ? "share" : "first";

    private Arithmetic Combine(Arithmetic first, Arithmetic second) => Kind switch
    {
        Combination.Product => first * second,
        Combination.Sum => first + second,
        Combination.Max => new Call(MathFunction.Max, first, second),
        _ => new Call(MathFunction.Min, first, second),
    };

    private static Scalar? FarValue(Shape shape) => shape.Limit ?? (shape as HoldShape)?.Value;
}
