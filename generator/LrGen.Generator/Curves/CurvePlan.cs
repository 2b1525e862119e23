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
    private const int MostSamples = 24;

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

    /// <summary>The step with the highest rate.</summary>
    public static BigInteger PeakStep(Curve curve)
    {
        BigInteger best = 0;
        var highest = Value(curve, 0);
        foreach (var piece in curve.Pieces)
        {
            // Steps have 64 bits.
            if (piece.Start > long.MaxValue)
                break;
            Offer(piece.Start);
            if (piece.End is { } end)
                Offer(end - 1);
            if (!piece.IsOpening && curve.AfterEnd is { } rule)
            {
                Offer(AfterEndOf(rule, piece.Start));
                Offer(AfterEndOf(rule, (piece.End ?? piece.Start + 1) - 1));
            }

            foreach (var top in piece.Shape.TopTimes)
            {
                OfferInside(piece, (piece.Origin + top).Floor());
                OfferInside(piece, (piece.Origin + top).Ceiling());
            }

            if (!piece.Shape.IsMonotone)
                Offer(PeakInside(curve, piece));
        }

        return best;

        void OfferInside(Piece piece, BigInteger step)
        {
            if (step >= piece.Start && step <= (piece.End ?? long.MaxValue) && step <= long.MaxValue)
                Offer(step);
        }

        void Offer(BigInteger step)
        {
            var value = Value(curve, step);
            if (value > highest)
                (best, highest) = (step, value);
        }
    }

    /// <summary>A step after the end that has the value of one before it.</summary>
    private static BigInteger AfterEndOf(EndRule rule, BigInteger step)
    {
        Rational start = rule.Start.Constant!.Value, end = rule.EndTime.Constant!.Value, period = rule.Period.Constant!.Value;
        return rule.Kind switch
        {
            AfterEnd.Repeat => step + period.Floor(),
            AfterEnd.Oscillate => (start * 2 + end * 2).Floor() - step,
            _ => step,
        };
    }

    /// <summary>
    /// The top of a stretch that may rise and fall: samples say about where, and then, as if there were one top between the neighbours of
    /// the highest, the parts that cannot hold it are thrown away.
    /// </summary>
    private static BigInteger PeakInside(Curve curve, Piece piece)
    {
        var last = piece.End ?? piece.Start + BigInteger.Max(MostSamples, ((piece.Shape.DrawnSpan ?? Rational.Zero) * 2).Ceiling());
        BigInteger low = piece.Start, high = BigInteger.Min(last - 1, long.MaxValue);
        var span = high - low;
        if (span > MostSamples)
        {
            var samples = Enumerable.Range(0, MostSamples + 1).Select(i => low + span * i / MostSamples).ToList();
            int best = Enumerable.Range(0, samples.Count).OrderByDescending(i => Value(curve, samples[i])).First();
            (low, high) = (samples[Math.Max(best - 1, 0)], samples[Math.Min(best + 1, MostSamples)]);
        }

        while (high - low > 2)
        {
            BigInteger third = (high - low) / 3, left = low + third, right = high - third;
            if (Value(curve, left) < Value(curve, right))
                low = left + 1;
            else
                high = right;
        }

        return Enumerable.Range(0, (int)(high - low) + 1).Select(i => low + i).OrderByDescending(i => Value(curve, i)).First();
    }

    private static Rational Value(Curve curve, BigInteger step) =>
        curve.Evaluate((long)BigInteger.Min(step, long.MaxValue), Real.Quick) ?? Rational.Zero;

    /// <summary>Adds a piece; stretches of the same value become one.</summary>
    private static void Add(List<Piece> pieces, Piece piece)
    {
        if (pieces.Count > 0 && piece.Constant is { } value && pieces[pieces.Count - 1] is var last && last.Constant.Equals(value) && last.IsOpening == piece.IsOpening)
            pieces[pieces.Count - 1] = last with { End = piece.End };
        else
            pieces.Add(piece);
    }
}
