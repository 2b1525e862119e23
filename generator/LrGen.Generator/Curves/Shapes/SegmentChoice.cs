using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>Segments as one formula that chooses among their values, where no statements can.</summary>
internal static class SegmentChoice
{
    /// <summary>How many formulas the value takes: all are computed.</summary>
    public static int Leaves(IReadOnlyList<Segment> segments) => (int)Math.Min(segments.Sum(s => (long)s.Shape.Leaves), int.MaxValue);

    /// <summary>The value at local time 0. What has no length at run time is skipped.</summary>
    public static Scalar Start(IReadOnlyList<Segment> segments)
    {
        int i = segments.TakeWhile(s => s.End is not (null or ConstantScalar)).Count();
        var start = segments[i].Shape.At(Scalar.Zero - segments[i].Origin);
        while (--i >= 0)
            start = Scalar.Choose(segments[i].End!, Scalar.Zero, segments[i].Shape.At(Scalar.Zero - segments[i].Origin), start);
        return start;
    }

    /// <summary>The value at a time whose K begins at 0, for segments of constants.</summary>
    public static Arithmetic Fold(FormulaBuilder formula, IReadOnlyList<Segment> segments, IntegerTime time)
    {
        var pieces = new Curve([.. segments.Select(s => new Segment(s.End is null ? null : s.End - (Scalar)time.Offset, s.Origin - (Scalar)time.Offset, s.Shape))], null, null, 0).Pieces;
        Arithmetic? value = null;
        foreach (var piece in pieces.TakeWhile(p => time.Limit is null || p.Start < time.Limit).Reverse())
        {
            BigInteger? end = piece.End is { } own && time.Limit is { } limit ? BigInteger.Min(own, limit) : piece.End ?? time.Limit;
            var here = piece.Shape.Fold(formula, new IntegerTime(
                formula.Let("k", time.K - (double)piece.WholeOrigin), (Rational)piece.WholeOrigin - piece.Origin, end - piece.WholeOrigin));
            value = value is null ? here : new Choice((double)piece.End!.Value, time.K, formula.Let("here", here), formula.Let("later", value));
        }

        return value!;
    }

    /// <summary>The value at a local time, for segments with values of run time.</summary>
    public static Arithmetic Write(FormulaBuilder formula, IReadOnlyList<Segment> segments, Arithmetic u)
    {
        Arithmetic? value = null;
        foreach (var segment in segments.Reverse())
        {
            var here = segment.Shape.Write(formula, formula.Let("u", u - formula.Scalar(segment.Origin)));
            value = value is null ? here : new Choice(formula.Scalar(segment.End!), u, formula.Let("here", here), formula.Let("later", value));
        }

        return value!;
    }
}
