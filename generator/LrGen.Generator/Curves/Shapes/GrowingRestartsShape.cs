using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// Half waves of the cosine, each longer and each from a lower top than the one before:
/// floor + (max(rate · amplitude^i, floor) − floor) · (1 + cos πx)/2 in cycle i, and the floor after the last of them.
/// </summary>
/// <param name="Rate">The top of the first cycle.</param>
/// <param name="Floor">The lowest value.</param>
/// <param name="Length">The length of the first cycle.</param>
/// <param name="Cycles">Where the cycles begin and how high they are, as shares of the first.</param>
internal sealed record GrowingRestartsShape(Scalar Rate, Scalar Floor, Scalar Length, GrowingCycles Cycles) : Shape
{
    private const int DrawnCycles = 12;

    public override Scalar Start => Rate;

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Cycles.Amplitude < Rational.One ? Floor : null;

    public override Rational? DrawnSpan => Length.Constant * Cycles.Starts[Math.Min(DrawnCycles, Cycles.Count)];

    public override bool IsMonotone => false;

    public override Scalar? CycleLength => Length;

    public override IEnumerable<Rational> TopTimes => Cycles.Starts.Take(DrawnCycles).Select(s => s * Length.Constant!.Value);

    public override IEnumerable<Scalar> Scalars => [Rate, Floor, Length];

    public override Rational Evaluate(Rational u, int bits)
    {
        var floor = Floor.Constant!.Value;
        var x = u / Length.Constant!.Value;
        int cycle = Cycles.At(x);
        if (cycle >= Cycles.Count)
            return floor;
        return floor + Height(cycle) * (Rational.One - Real.HalfWave(Rational.Max((x - Cycles.Starts[cycle]) / Cycles.Lengths[cycle], Rational.Zero), bits));
    }

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        int cycle = Cycles.At(from / Length.Constant!.Value);
        var bounds = base.Range(from, to, bits);
        if (cycle >= Cycles.Count || cycle == Cycles.At(to / Length.Constant!.Value))
            return bounds;
        var floor = Floor.Constant!.Value;
        return bounds.With(new Bounds(floor, floor + (cycle + 1 < Cycles.Count ? Height(cycle + 1) : Rational.Zero)));
    }

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor, Floor = Floor * factor };

    public override IEnumerable<ShapePart> Split(Rational? end) => Rate.Constant <= Floor.Constant
        ? [new ShapePart(end, new HoldShape(Floor))]
        : Geometric.SplitAt(this, end, Cycles.Starts[Cycles.Count] * Length.Constant!.Value, new HoldShape(Floor));

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var length = Length.Constant!.Value;
        // Counted like k, so that what is left to an end is the difference of two doubles and a remainder.
        var (high, low) = Tables(formula, [.. Cycles.Starts.Select(s => s * length - time.Offset)]);
        var cycle = Cycle(formula, high, time.K, ((Cycles.Growth - 1) / length).ToDouble());
        string lengths = formula.Table("lengths", [.. Cycles.Lengths.Select(l => (l * length).ToDouble())]);
        string heights = formula.Table("heights", [.. Enumerable.Range(0, Cycles.Count).Select(i => Height(i).ToDouble())]);
        return Value(formula, cycle, i => new Lookup(high, i) - time.K + (low is null ? 0.0 : new Lookup(low, i)),
            new Lookup(lengths, cycle), new Lookup(heights, cycle));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Length));
        var (high, low) = Tables(formula, Cycles.Starts);
        // Two quotients that are equal are rounded to the same double.
        var cycle = Cycle(formula, high, formula.Let("x", u / length), (Cycles.Growth - 1).ToDouble());
        string lengths = formula.Table("lengths", [.. Cycles.Lengths.Select(l => l.ToDouble())]);
        var (rate, floor) = (formula.Scalar(Rate), formula.Scalar(Floor));
        var top = Cycles.Amplitude == Rational.One
            ? rate
            : rate * new Lookup(formula.Table("tops", [.. Cycles.Tops.Select(t => t.ToDouble())]), cycle);
        return Value(formula, cycle, Left, new Lookup(lengths, cycle) * length, Floor.IsZero ? top : new Call(MathFunction.Max, top - floor, 0.0));

        Arithmetic Left(Arithmetic i)
        {
            var left = MultiplyAdd.Of(new Lookup(high, i), length, 0.0 - u);
            return low is null ? left : MultiplyAdd.Of(new Lookup(low, i), length, left);
        }
    }

    public override string Describe(string u)
    {
        string top = Text.Of(Rate) + (Cycles.Amplitude == Rational.One ? string.Empty : " · " + NumberText.Friendly(Cycles.Amplitude) + "^i");
        string wave = " · (1 + cos(π · x)) / 2, x the share of cycle i of " + Text.Of(Length) + " · " + NumberText.Friendly(Cycles.Growth) + "^i steps";
        return Floor.IsZero ? top + wave : Text.Of(Floor) + " + max(" + top + " − " + Text.Of(Floor) + ", 0)" + wave;
    }

    private Rational Height(int cycle) => Rational.Max(Rate.Constant!.Value * Cycles.Tops[cycle] - Floor.Constant!.Value, Rational.Zero);

    /// <summary>The starts, and the end, as doubles and as what these lack, where they lack something.</summary>
    private static (string High, string? Low) Tables(FormulaBuilder formula, IReadOnlyList<Rational> starts)
    {
        double[] high = [.. starts.Select(s => s.ToDouble())];
        double[] low = [.. starts.Select((s, i) => (s - Rational.FromDouble(high[i])).ToDouble())];
        return (formula.Table("starts", high), low.All(l => l.Equals(0)) ? null : formula.Table("remainders", low));
    }

    /// <summary>The cycle: a logarithm guesses, and may be off by one; the table decides.</summary>
    private Arithmetic Cycle(FormulaBuilder formula, string starts, Arithmetic t, double growth)
    {
        double last = Cycles.Count - 1;
        // Where another branch is asked for this one may be behind its start, which has no logarithm.
        var log = new Call(MathFunction.Log, new Call(MathFunction.Max, t, 0.0) * growth + 1.0);
        double perCycle = (Rational.One / Real.Ln(Cycles.Growth, Real.Quick)).ToDouble();
        var guess = formula.Let("guess", FormulaBuilder.Within(new Call(MathFunction.Floor, log * perCycle), last), "by a logarithm, which may be off by one");
        var off = new Choice(new Lookup(starts, guess), t, -1.0, new Choice(new Lookup(starts, guess + 1.0), t, 0.0, 1.0));
        return formula.Let("cycle", FormulaBuilder.Within(guess + off, last));
    }

    private Arithmetic Value(FormulaBuilder formula, Arithmetic cycle, Func<Arithmetic, Arithmetic> left, Arithmetic length, Arithmetic height)
    {
        var done = formula.Let("done", new Call(MathFunction.Max, 0.0 - left(cycle), 0.0));
        var rest = formula.Let("rest", new Call(MathFunction.Max, left(formula.Let("next", cycle + 1.0)), 0.0));
        var named = formula.Let("height", height);
        var wave = HalfWaveShape.Beginning(formula, formula.Let("y", new Call(MathFunction.Min, done, rest) / length), named);
        return new Choice(done, rest, wave, named - wave) + formula.Scalar(Floor);
    }
}

/// <summary>Cycles that grow by a factor above 1, with tops that may fall, as shares of the first.</summary>
internal sealed class GrowingCycles
{
    /// <summary>More than enough for a double and its remainder.</summary>
    private const int Bits = 320;

    private readonly List<Rational> _starts = [Rational.Zero];
    private readonly List<Rational> _lengths = [];
    private readonly List<Rational> _tops = [];

    /// <param name="growth">The factor of the lengths.</param>
    /// <param name="amplitude">The factor of the tops.</param>
    /// <param name="end">Where no cycle begins any more.</param>
    /// <param name="lowest">The top that no cycle has any more.</param>
    /// <param name="most">The number of cycles after which nobody wants to know how many there are.</param>
    public GrowingCycles(Rational growth, Rational amplitude, Rational end, Rational lowest, int most)
    {
        (Growth, Amplitude) = (growth, amplitude);
        Rational length = Rational.One, top = Rational.One;
        while (_starts[Count] < end && top > lowest && Count <= most)
        {
            _lengths.Add(length);
            _tops.Add(top);
            // Cut off, never rounded up: a step at a start that is cut off is still past it.
            _starts.Add(Shorten(_starts[Count - 1] + length));
            (length, top) = (Shorten(length * growth), Shorten(top * amplitude));
        }
    }

    public Rational Growth { get; }

    public Rational Amplitude { get; }

    public int Count => _lengths.Count;

    /// <summary>Where each cycle begins, and where the last one ends.</summary>
    public IReadOnlyList<Rational> Starts => _starts;

    public IReadOnlyList<Rational> Lengths => _lengths;

    public IReadOnlyList<Rational> Tops => _tops;

    /// <summary>The cycle of a place; the number of cycles where it lies after all of them.</summary>
    public int At(Rational x)
    {
        int low = 0, high = Count + 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_starts[middle] <= x)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private static Rational Shorten(Rational value)
    {
        int shift = Bits - Rational.BitLength(value.Numerator) + Rational.BitLength(value.Denominator);
        return (value * Rational.PowerOfTwo(shift)).Floor() * Rational.PowerOfTwo(-shift);
    }
}
