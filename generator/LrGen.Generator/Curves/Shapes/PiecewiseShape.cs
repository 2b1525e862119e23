using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// A whole schedule as a part of a formula. Where many schedules with different ends are combined, every stretch would hold all of them: as
/// parts they stand there once each.
/// </summary>
internal sealed record PiecewiseShape : Shape
{
    private readonly Curve _curve;

    public PiecewiseShape(IReadOnlyList<Segment> segments)
    {
        Segments = segments;
        _curve = new Curve(segments, null, null, 0);
        OwnSize = 1 + CurveSize.Of(segments);
        Leaves = SegmentChoice.Leaves(segments);
        IsConstant = _curve.IsConstant;
    }

    /// <summary>In local time; the last has no end.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public override long OwnSize { get; }

    public override int Leaves { get; }

    public override bool IsConstant { get; }

    public override Scalar Start => IsConstant ? Evaluate(Rational.Zero, Real.Precise) : SegmentChoice.Start(Segments);

    // The places of the segments are compared with whole numbers of steps.
    public override bool FoldsForAnyTime => false;

    public override bool IsMonotone => false;

    public override Scalar? Limit => Last.Shape.Limit ?? (Last.Shape as HoldShape)?.Value;

    public override Rational? DrawnSpan => Last.Origin.Constant + (Last.Shape.DrawnSpan ?? Rational.Zero);

    public override IEnumerable<Rational> TopTimes => Segments.SelectMany(s => s.Shape.TopTimes.Select(t => t + s.Origin.Constant!.Value)
        .Concat(s.End?.Constant is { } end ? [end - Rational.One, end] : []));

    public override IEnumerable<Scalar> Scalars => Segments.SelectMany(s => s.Shape.Scalars.Append(s.Origin).Append(s.End ?? Scalar.Zero));

    private Segment Last => Segments[Segments.Count - 1];

    public override Rational Evaluate(Rational u, int bits) => _curve.EvaluateAt(u, bits);

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        Bounds? bounds = null;
        var reached = from;
        foreach (var segment in Segments)
        {
            if (segment.End?.Constant <= reached)
                continue;
            var origin = segment.Origin.Constant!.Value;
            bool isLast = segment.End is null || segment.End.Constant > to;
            var own = segment.Shape.Range(reached - origin, (isLast ? to : segment.End!.Constant!.Value) - origin, bits);
            bounds = bounds?.With(own) ?? own;
            if (isLast)
                break;
            reached = segment.End!.Constant!.Value;
        }

        return bounds!.Value;
    }

    public override Shape Scale(Scalar factor) => new PiecewiseShape([.. Segments.Select(s => s with { Shape = s.Shape.Scale(factor) })]);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => SegmentChoice.Fold(formula, Segments, time);

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => SegmentChoice.Write(formula, Segments, u);

    public override string Describe(string u) => Segments.Count == 2 && Segments[1].Shape is HoldShape
        ? Segments[0].Shape.Describe(Segments[0].Origin.IsZero ? u : "(" + u + " − " + Text.Of(Segments[0].Origin) + ")") + ", until " + Text.Of(Segments[0].End!)
        : "a schedule of " + NumberText.Integer(Segments.Count) + " stretches";
}
