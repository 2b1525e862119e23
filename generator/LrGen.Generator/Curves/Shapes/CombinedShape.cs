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
    /// <summary>As many formulas as a person reads.</summary>
    private const int MostDescribed = 12;

    private readonly int _hash;
    private readonly LastAnswer<(Rational Time, int Bits), Rational> _values = new();
    private readonly LastAnswer<(Rational From, Rational To, int Bits), Bounds> _ranges = new();
    private readonly LastAnswer<Rational?, IReadOnlyList<ShapePart>> _splits = new();
    private readonly LastAnswer<Scalar, Shape> _scaled = new();
    private readonly LastAnswer<Scalar, Shape> _shifted = new();
    private readonly Lazy<Scalar> _start;
    private readonly Lazy<Scalar?> _limit;
    private readonly Lazy<IReadOnlyList<Shape>> _leaves;

    private CombinedShape(Combination kind, Shape first, Shape second)
    {
        (Kind, First, Second) = (kind, first, second);
        Leaves = (int)Math.Min((long)first.Leaves + second.Leaves, int.MaxValue);
        IsConstant = first.IsConstant && second.IsConstant;
        FoldsForAnyTime = first.FoldsForAnyTime && second.FoldsForAnyTime;
        _hash = unchecked(((int)kind * 31 + first.GetHashCode()) * 31 + second.GetHashCode());
        _start = new(() => Of(kind, first.Start, second.Start));
        _limit = new(() => (FarValue(first), FarValue(second)) is ({ } a, { } b) ? Of(kind, a, b) : null);
        _leaves = new(() => [.. CurveSize.Parts(this).Where(p => p is not CombinedShape)]);
    }

    public Combination Kind { get; }

    public Shape First { get; }

    public Shape Second { get; }

    public override IEnumerable<Shape> Parts => [First, Second];

    public override int Leaves { get; }

    public override bool IsConstant { get; }

    public override Scalar Start => _start.Value;

    public override bool FoldsForAnyTime { get; }

    public override bool IsMonotone => false;

    public override Scalar? Limit => _limit.Value;

    public override Rational? DrawnSpan => _leaves.Value.Select(l => l.DrawnSpan).Where(s => s is not null).DefaultIfEmpty().Max();

    public override IEnumerable<Rational> TopTimes => _leaves.Value.SelectMany(l => l.TopTimes).Distinct();

    public override IEnumerable<Scalar> Scalars => _leaves.Value.SelectMany(l => l.Scalars);

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
        (Combination.Sum, _, _) when ReferenceEquals(first, second) => first.Scale((Scalar)(Rational)2),
        (Combination.Max or Combination.Min, _, _) when ReferenceEquals(first, second) => first,
        _ => new CombinedShape(kind, first, second),
    };

    public static Scalar Of(Combination kind, Scalar a, Scalar b) => kind switch
    {
        Combination.Product => a * b,
        Combination.Sum => a + b,
        Combination.Max => Scalar.Max(a, b),
        _ => Scalar.Min(a, b),
    };

    /// <summary>The shape as it would have been had it begun earlier.</summary>
    public Shape After(Scalar by) => _shifted.To(by, b => With(s => ShiftedShape.Of(s, b)));

    public override Rational Evaluate(Rational u, int bits) => _values.To((u, bits), q =>
    {
        Rational a = First.Evaluate(q.Time, q.Bits), b = Second.Evaluate(q.Time, q.Bits);
        return Kind switch
        {
            Combination.Product => a * b,
            Combination.Sum => a + b,
            Combination.Max => Rational.Max(a, b),
            _ => Rational.Min(a, b),
        };
    });

    public override Bounds Range(Rational from, Rational to, int bits) => _ranges.To((from, to, bits), q =>
    {
        Bounds a = First.Range(q.From, q.To, q.Bits), b = Second.Range(q.From, q.To, q.Bits);
        return Kind switch
        {
            Combination.Product => a * b,
            Combination.Sum => a + b,
            Combination.Max => Bounds.Max(a, b),
            _ => Bounds.Min(a, b),
        };
    });

    public override Shape Scale(Scalar factor) =>
        _scaled.To(factor, f => Kind == Combination.Product ? Of(Kind, First.Scale(f), Second) : With(s => s.Scale(f)));

    public override IEnumerable<ShapePart> Split(Rational? end) => _splits.To(end, e => [.. SplitAnew(e)]);

    private IEnumerable<ShapePart> SplitAnew(Rational? end)
    {
        foreach (var second in Second.Split(end))
        {
            foreach (var first in First.Split(second.End))
            {
                if (ReferenceEquals(first.Shape, First) && ReferenceEquals(second.Shape, Second))
                {
                    yield return new ShapePart(first.End, this);
                    continue;
                }

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

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        formula.Share(this);
        return Combine(formula.Part(First, time, Name, () => First.Fold(formula, time)), formula.Part(Second, time, null, () => Second.Fold(formula, time)));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        formula.Share(this);
        return Combine(formula.Part(First, u, Name, () => First.Write(formula, u)), formula.Part(Second, u, null, () => Second.Write(formula, u)));
    }

    // What is remembered is no part of the value.
    public bool Equals(CombinedShape? other) => ReferenceEquals(this, other)
        || other is not null && _hash == other._hash && Kind == other.Kind && First.Equals(other.First) && Second.Equals(other.Second);

    public override int GetHashCode() => _hash;

    public override string Describe(string u) => Kind switch
    {
        Combination.Product when Leaves > MostDescribed => "the product of " + NumberText.Integer(Leaves) + " formulas",
        Combination.Sum when Leaves > MostDescribed => "the sum of " + NumberText.Integer(Leaves) + " formulas",
        Combination.Max when Leaves > MostDescribed => "the highest of " + NumberText.Integer(Leaves) + " formulas",
        _ when Leaves > MostDescribed => "the lowest of " + NumberText.Integer(Leaves) + " formulas",
        Combination.Product => "(" + First.Describe(u) + ") · (" + Second.Describe(u) + ")",
        Combination.Sum => First.Describe(u) + " + " + Second.Describe(u),
        Combination.Max => "max(" + First.Describe(u) + ", " + Second.Describe(u) + ")",
        _ => "min(" + First.Describe(u) + ", " + Second.Describe(u) + ")",
    };

    /// <summary>The shape with both of its parts changed.</summary>
    private Shape With(Func<Shape, Shape> change) => Of(Kind, change(First), change(Second));

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
