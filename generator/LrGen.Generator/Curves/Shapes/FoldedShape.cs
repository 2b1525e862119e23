using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A stretch of time that comes again, from its start or back and forth, as part of a larger schedule.</summary>
/// <param name="Segments">The stretch, in local time; the last segment has no end.</param>
/// <param name="Kind">Repeat or oscillate.</param>
/// <param name="EndTime">The local time of the end value.</param>
/// <param name="Period">The length.</param>
internal sealed record FoldedShape(IReadOnlyList<Segment> Segments, AfterEnd Kind, Scalar EndTime, Scalar Period) : Shape
{
    private const int DrawnPeriods = 3;
    private const int MostTops = 4;

    /// <summary>Kept, since a curve keeps its pieces and its peak.</summary>
    private readonly Curve _once = new(Segments, EndTime, null, 0);

    private readonly Curve _forever = new(Segments, EndTime, new EndRule(Kind, Scalar.Zero, EndTime, Period, 0), 0);

    public override long OwnSize => 1 + CurveSize.Of(Segments);

    public override int Leaves => SegmentChoice.Leaves(Segments);

    public override Scalar Start => SegmentChoice.Start(Segments);

    // The places of the segments are compared with whole numbers of steps.
    public override bool FoldsForAnyTime => false;

    public override bool IsMonotone => false;

    public override Rational? DrawnSpan => Period.Constant * DrawnPeriods;

    public override Scalar? CycleLength => Kind == AfterEnd.Repeat ? Period : EndTime * (Scalar)(Rational)2;

    // The top of the first few runs: what multiplies them may be lower in the first.
    public override IEnumerable<Rational> TopTimes => Kind == AfterEnd.Repeat
        ? Enumerable.Range(0, MostTops).Select(i => _once.PeakStep + i * Period.Constant!.Value)
        : Enumerable.Range(0, MostTops).SelectMany(i => new[] { i * 2 * EndTime.Constant!.Value + _once.PeakStep, (i + 1) * 2 * EndTime.Constant!.Value - _once.PeakStep });

    public override IEnumerable<Scalar> Scalars =>
        [.. Segments.SelectMany(s => s.Shape.Scalars.Append(s.Origin).Append(s.End ?? Scalar.Zero)), EndTime, Period];

    public override Rational Evaluate(Rational u, int bits) => _forever.EvaluateAt(u, bits);

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        Rational run = (Kind == AfterEnd.Repeat ? Period : EndTime).Constant!.Value;
        var first = (from / run).Floor();
        var last = (to / run).Floor();
        if (last - first > 1)
            return RangeOnce(Rational.Zero, run, bits);
        var bounds = Within(from, last == first ? to : (first + 1) * run, first);
        return last == first ? bounds : bounds.With(Within(last * run, to, last));

        Bounds Within(Rational a, Rational b, BigInteger number) => Kind == AfterEnd.Oscillate && !number.IsEven
            ? RangeOnce((number + 1) * run - b, (number + 1) * run - a, bits)
            : RangeOnce(a - number * run, b - number * run, bits);
    }

    public override Shape Scale(Scalar factor) =>
        new FoldedShape([.. Segments.Select(s => s with { Shape = s.Shape.Scale(factor) })], Kind, EndTime, Period);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        // The way back from a start between two steps does not fall on whole steps.
        if (Kind == AfterEnd.Oscillate && !time.Offset.IsZero)
            return Write(formula, time.K + time.Offset.ToDouble());
        // With a fraction left over from before, local time 0 lies behind step 0, and the period begins at step 1.
        BigInteger lead = time.Offset.IsZero ? 0 : 1;
        double period = Period.Constant!.Value.ToDouble(), end = EndTime.Constant!.Value.ToDouble();
        var counted = formula.Let("counted", time.K - (double)lead);
        Arithmetic within;
        if (Kind == AfterEnd.Repeat)
        {
            within = FormulaBuilder.Within(counted - new Call(MathFunction.Floor, counted / period) * period, period);
        }
        else
        {
            var back = formula.Let("back", counted - new Call(MathFunction.Floor, counted / (2 * end)) * (2 * end));
            back = formula.Let("back", FormulaBuilder.Within(back, 2 * end));
            within = new Call(MathFunction.Min, back, (Arithmetic)(2 * end) - back);
        }

        var k = formula.Let("within", within + (double)lead);
        var limit = (Kind == AfterEnd.Repeat ? Period.Constant!.Value.Floor() : EndTime.Constant!.Value.Floor() + 1) + lead;
        return SegmentChoice.Fold(formula, Segments, new IntegerTime(k, time.Offset, limit));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        Arithmetic within;
        if (Kind == AfterEnd.Repeat)
        {
            var period = formula.Let("period", formula.Scalar(Period));
            within = u - new Call(MathFunction.Floor, u / period) * period;
        }
        else
        {
            var wave = formula.Let("wave", formula.Scalar(EndTime * (Scalar)(Rational)2));
            var back = formula.Let("back", u - new Call(MathFunction.Floor, u / wave) * wave);
            within = new Call(MathFunction.Min, back, wave - back);
        }

        return SegmentChoice.Write(formula, Segments, formula.Let("within", within));
    }

    public override string Describe(string u)
    {
        string mod = Kind == AfterEnd.Repeat ? " mod " + Text.Of(Period) : " there and back over " + Text.Of(EndTime);
        return Segments.Count == 1 || Segments is [_, { Shape: HoldShape }]
            ? Segments[0].Shape.Describe("v") + ", v = " + u + mod
            : "again and again, v = " + u + mod;
    }

    /// <summary>Bounds of the values in the run itself.</summary>
    private Bounds RangeOnce(Rational from, Rational to, int bits)
    {
        Bounds? bounds = null;
        Rational start = Rational.Zero;
        foreach (var segment in Segments)
        {
            var end = segment.End?.Constant ?? to;
            if (start <= to && (end > from || segment.End is null))
            {
                var origin = segment.Origin.Constant!.Value;
                var own = segment.Shape.Range(Rational.Max(start, from) - origin, Rational.Min(end, to) - origin, bits);
                bounds = bounds?.With(own) ?? own;
            }

            start = end;
        }

        return bounds!.Value;
    }
}
