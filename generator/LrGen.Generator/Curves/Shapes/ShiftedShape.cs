using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A shape that began earlier: inner(u + by).</summary>
internal sealed record ShiftedShape : Shape
{
    private ShiftedShape(Shape inner, Scalar by) => (Inner, By) = (inner, by);

    public Shape Inner { get; }

    public Scalar By { get; }

    public override long OwnSize => 1 + CurveSize.Of(Inner);

    public override int Leaves => Inner.Leaves;

    public override Scalar Start => Inner.At(By);

    public override bool FoldsForAnyTime => Inner.FoldsForAnyTime;

    public override bool IsMonotone => Inner.IsMonotone;

    public override Scalar? Limit => Inner.Limit;

    public override Rational? DrawnSpan => Inner.DrawnSpan;

    public override Scalar? CycleLength => Inner.CycleLength;

    public override Scalar? FirstTop => Inner.FirstTop is { } top ? top - By : null;

    public override bool HasEqualTops => Inner.HasEqualTops;

    public override IEnumerable<Rational> TopTimes => Inner.TopTimes.Select(t => t - (By.Constant ?? Rational.Zero)).Where(t => t.Sign >= 0);

    public override IEnumerable<Scalar> Scalars => [.. Inner.Scalars, By];

    /// <summary>Shifts a shape, in its own numbers where it has some for that.</summary>
    public static Shape Of(Shape shape, Scalar by) => shape switch
    {
        _ when by.IsZero => shape,
        HoldShape => shape,
        EaseShape ease => ease with { Progress = ease.Progress.After(by) },
        GeometricShape ratios => ratios with { Progress = ratios.Progress.After(by) },
        StaircaseShape levels => levels with { Progress = levels.Progress.After(by) },
        TableShape table => table with { Progress = table.Progress.After(by) },
        FlooredShape floored => floored with { Inner = Of(floored.Inner, by) },
        CombinedShape combined => combined.After(by),
        ShiftedShape shifted => Of(shifted.Inner, shifted.By + by),
        _ => new ShiftedShape(shape, by),
    };

    public override Rational Evaluate(Rational u, int bits) => Inner.Evaluate(u + By.Constant!.Value, bits);

    public override Bounds Range(Rational from, Rational to, int bits) => Inner.Range(from + By.Constant!.Value, to + By.Constant!.Value, bits);

    public override Shape Scale(Scalar factor) => new ShiftedShape(Inner.Scale(factor), By);

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        var by = By.Constant!.Value;
        foreach (var part in Inner.Split(end + by))
        {
            if (part.End is null || part.End > by)
                yield return new ShapePart(part.End - by, Of(part.Shape, By));
        }
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var shift = time.Offset + By.Constant!.Value;
        var whole = shift.Ceiling();
        return Inner.Fold(formula, new IntegerTime(time.K + (double)whole, shift - whole, time.Limit + whole));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Inner.Write(formula, formula.Let("v", u + formula.Scalar(By)));

    public override string Describe(string u) => Inner.Describe(new Progress(By, Scalar.One).Describe(u));
}
