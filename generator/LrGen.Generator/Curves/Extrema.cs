using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>The highest, or the lowest, value of some steps, and the first step that has it.</summary>
internal readonly record struct Extremum(BigInteger Step, Rational Value);

/// <summary>
/// Finds the highest and the lowest value of a constant curve at whole steps. Most shapes have both at their ends. Others give bounds for
/// any stretch of time, and stretches are halved, the most promising first, until no other can hold a better value.
/// </summary>
internal static class Extrema
{
    /// <summary>
    /// So many stretches of a shape of few numbers are looked at. Waves of a fractional length have a slightly different top in each cycle,
    /// and nobody can look at all of them.
    /// </summary>
    private const int MostLooks = 512;

    private const int FewestLooks = 12;

    /// <summary>Shapes of more numbers take longer to look at.</summary>
    private const int FewNumbers = 8;

    /// <summary>What is nearer is the same double.</summary>
    private static readonly Rational s_same = Rational.PowerOfTwo(-60);

    public static Extremum Highest(Curve curve, BigInteger first, BigInteger last) => new Search(curve, isHighest: true).Find(first, last);

    public static Extremum Lowest(Curve curve, BigInteger first, BigInteger last) => new Search(curve, isHighest: false).Find(first, last);

    /// <summary>Steps that run through stretches of the curve in its own time, forwards or, on a way back, backwards.</summary>
    private readonly record struct Run(BigInteger First, BigInteger Last, BigInteger Offset, bool IsBack)
    {
        public BigInteger StepAt(BigInteger own) => IsBack ? Offset - own : Offset + own;
    }

    /// <summary>Steps between two that were looked at.</summary>
    private sealed record Stretch(Piece Piece, Run Run, BigInteger Low, BigInteger High, Rational Bound, int Number);

    private sealed class Search(Curve curve, bool isHighest)
    {
        private readonly SortedSet<Stretch> _open = new(Comparer<Stretch>.Create((a, b) =>
            a.Bound != b.Bound ? b.Bound.CompareTo(a.Bound) : a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.Number.CompareTo(b.Number)));

        private Extremum? _best;
        private int _number;

        public Extremum Find(BigInteger first, BigInteger last)
        {
            last = BigInteger.Min(last, long.MaxValue);
            if (curve.AfterEnd is { Kind: AfterEnd.Throw } && curve.Length?.Constant is { } length)
                last = BigInteger.Max(BigInteger.Min(last, length.Floor()), first);
            var opening = curve.Pieces.Where(p => p.IsOpening).ToList();
            var open = opening.Count == 0 ? BigInteger.Zero : opening[opening.Count - 1].End!.Value;
            foreach (var piece in opening)
                Begin(piece, new Run(first, BigInteger.Min(last, open - 1), 0, IsBack: false));
            foreach (var run in Runs(BigInteger.Max(first, open), last))
            {
                foreach (var piece in curve.Pieces.Skip(opening.Count))
                    Begin(piece, run);
            }

            int looks = Math.Max(FewestLooks, MostLooks * FewNumbers / Math.Max(FewNumbers, _open.Count == 0 ? 0 : _open.Max(s => s.Piece.Shape.Scalars.Count())));
            for (int i = 0; i < looks && _open.Count > 0; i++)
            {
                var stretch = _open.Min;
                _open.Remove(stretch);
                if (!CanBeat(stretch.Bound))
                    break;
                var middle = (stretch.Low + stretch.High) / 2;
                Offer(stretch.Piece, stretch.Run, middle);
                Add(stretch.Piece, stretch.Run, stretch.Low, middle);
                Add(stretch.Piece, stretch.Run, middle, stretch.High);
            }

            var best = _best!.Value;
            return isHighest ? best : best with { Value = -best.Value };
        }

        /// <summary>The steps as runs through the curve's own time: what an end rule takes back is met there.</summary>
        private IEnumerable<Run> Runs(BigInteger first, BigInteger last)
        {
            if (curve.AfterEnd is not { Kind: AfterEnd.Repeat or AfterEnd.Oscillate } rule)
            {
                yield return new Run(first, last, 0, IsBack: false);
                yield break;
            }

            Rational start = rule.Start.Constant!.Value, length = (rule.Kind == AfterEnd.Repeat ? rule.Period : rule.EndTime).Constant!.Value;
            if (first < start.Ceiling())
                yield return new Run(first, BigInteger.Min(last, start.Ceiling() - 1), 0, IsBack: false);
            first = BigInteger.Max(first, start.Ceiling());
            // A part of a run, two whole ones and the first step of the next hold all that there is.
            const int Runs = 4;
            for (int i = 0; i < Runs && first <= last; i++)
            {
                var number = ((first - start) / length).Floor();
                var end = BigInteger.Min(last, (start + (number + 1) * length).Ceiling() - 1);
                if (rule.Kind == AfterEnd.Oscillate && !number.IsEven)
                {
                    var back = ((start * 2) + (number + 1) * length).Floor();
                    yield return new Run(back - end, back - first, back, IsBack: true);
                }
                else
                {
                    var forth = (number * length).Floor();
                    yield return new Run(first - forth, end - forth, forth, IsBack: false);
                }

                first = end + 1;
            }
        }

        /// <summary>Looks at the ends of a piece, and keeps what lies between where that can be better.</summary>
        private void Begin(Piece piece, Run run)
        {
            var low = BigInteger.Max(piece.Start, run.First);
            var high = piece.End is { } end ? BigInteger.Min(end - 1, run.Last) : run.Last;
            if (low > high)
                return;
            Offer(piece, run, low);
            if (piece.Constant is not null || low == high)
                return;
            Offer(piece, run, high);
            if (piece.Shape.IsMonotone)
                return;
            if (isHighest && OfferEqualTops(piece, run, low, high))
                return;
            // The tops of parts are where to look first; a value of many parts takes as much longer, and the search finds it without them.
            int parts = piece.Shape.Leaves;
            var skipped = SkippedCycles(piece, low);
            foreach (var top in isHighest ? piece.Shape.TopTimes.Take(parts <= FewNumbers ? int.MaxValue : Math.Max(2, MostLooks / (parts * FewNumbers))) : [])
            {
                foreach (var step in new[] { (skipped + piece.Origin + top).Floor(), (skipped + piece.Origin + top).Ceiling() }.Distinct())
                {
                    if (step > low && step < high)
                        Offer(piece, run, step);
                }
            }

            Add(piece, run, low, high);
        }

        /// <summary>Looks at the steps nearest to one of many equal tops; false where there are none, or some of them are not among the steps.</summary>
        private bool OfferEqualTops(Piece piece, Run run, BigInteger low, BigInteger high)
        {
            if (piece.Shape is not { HasEqualTops: true, FirstTop.Constant: { } top, CycleLength.Constant: { } length })
                return false;
            var (before, after) = EqualTops.NearestSteps(piece.Origin + top, length);
            (before, after) = (NotBelow(low, before, length.Numerator), NotBelow(low, after, length.Numerator));
            if (before > high || after > high)
                return false;
            Offer(piece, run, before);
            Offer(piece, run, after);
            return true;
        }

        /// <summary>Whole cycles that a piece has left behind when its steps begin, at least as long; so many that they come to whole steps.</summary>
        private static BigInteger SkippedCycles(Piece piece, BigInteger low) =>
            piece.Shape.CycleLength?.Constant is { Sign: > 0 } length ? NotBelow(low - piece.Origin.Ceiling(), 0, length.Numerator) : 0;

        /// <summary>The first of a step and those that follow it at equal distances that is not below another.</summary>
        private static BigInteger NotBelow(BigInteger low, BigInteger step, BigInteger distance) =>
            step >= low ? step : step + (low - step + distance - 1) / distance * distance;

        private void Add(Piece piece, Run run, BigInteger low, BigInteger high)
        {
            if (high - low < 2)
                return;
            var bounds = piece.Shape.Range(low - piece.Origin, high - piece.Origin, Real.Quick);
            var bound = isHighest ? bounds.High : -bounds.Low;
            if (CanBeat(bound))
                _open.Add(new Stretch(piece, run, low, high, bound, _number++));
        }

        private bool CanBeat(Rational bound) => bound > _best!.Value.Value + Rational.Abs(_best.Value.Value) * s_same;

        private void Offer(Piece piece, Run run, BigInteger own)
        {
            var value = piece.Shape.Evaluate(own - piece.Origin, Real.Quick);
            if (!isHighest)
                value = -value;
            if (_best is not { } best || value > best.Value)
                _best = new Extremum(run.StepAt(own), value);
        }
    }
}
