using System.Numerics;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A stretch of whole steps over which one shape is written.</summary>
/// <param name="Start">The first step.</param>
/// <param name="End">The first step after it; null where it has no end.</param>
/// <param name="Origin">The step at which the local time of the shape is 0.</param>
/// <param name="Shape">The rate over local time.</param>
/// <param name="IsOpening">Whether the end rule never takes a step back to it.</param>
internal sealed record Piece(BigInteger Start, BigInteger? End, Rational Origin, Shape Shape, bool IsOpening)
{
    /// <summary>The value of a piece that has only one.</summary>
    public double? Constant => (Shape as HoldShape)?.Value.Constant?.ToDouble();

    /// <summary>The integer that local time is counted from.</summary>
    public BigInteger WholeOrigin => Origin.Floor();

    public IntegerTime Time(Arithmetic k) => new(k, (Rational)WholeOrigin - Origin, End is { } end ? end - WholeOrigin : null);
}

/// <summary>A constant curve as consecutive pieces of whole steps: what is written, and in which order.</summary>
internal static class CurvePlan
{
    public static IReadOnlyList<Piece> Of(Curve curve)
    {
        var pieces = new List<Piece>();
        BigInteger start = 0;
        for (int i = 0; i < curve.Segments.Count; i++)
        {
            var segment = curve.Segments[i];
            bool isOpening = i < curve.Opening;
            // What an overlapping warm-up hides at first can be seen after the end.
            if (i == curve.Opening && curve.AfterEnd is { Kind: not AfterEnd.Throw } rule)
                start = BigInteger.Min(start, rule.Start.Constant!.Value.Ceiling());
            var origin = segment.Origin.Constant!.Value;
            var end = segment.End?.Constant;
            if (end is { } e && e.Ceiling() <= start)
                continue;
            foreach (var part in segment.Shape.Split(end - origin))
            {
                BigInteger? next = part.End is { } local ? (origin + local).Ceiling() : null;
                if (end is { } limit && (next is null || next > limit.Ceiling()))
                    next = limit.Ceiling();
                if (next <= start)
                    continue;
                Add(pieces, new Piece(start, next, origin, part.Shape, isOpening));
                if (next is null)
                    return pieces;
                start = next.Value;
            }
        }

        return pieces;
    }

    /// <summary>Adds a piece; stretches of the same value become one.</summary>
    private static void Add(List<Piece> pieces, Piece piece)
    {
        if (pieces.Count > 0 && piece.Constant is { } value && pieces[pieces.Count - 1] is var last && last.Constant.Equals(value) && last.IsOpening == piece.IsOpening)
            pieces[pieces.Count - 1] = last with { End = piece.End };
        else
            pieces.Add(piece);
    }
}
