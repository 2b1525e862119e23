using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// Half waves of the cosine for ever, all of one length: floor + (max(rate · amplitude^i, floor) − floor) · (1 + cos πx)/2 in cycle i.
/// </summary>
internal sealed record RestartsShape(Scalar Rate, Scalar Floor, Rational Amplitude, Scalar Length) : Shape
{
    /// <summary>The tops of so many cycles are a table; those after them are a power of two.</summary>
    private const int TableCycles = 64;

    private const int DrawnCycles = 4;
    private const int MostTops = 64;

    /// <summary>Whether the cycles of the table are over.</summary>
    private bool IsFar { get; init; }

    public override Scalar Start => Rate;

    public override bool FoldsForAnyTime => false;

    public override Scalar? Limit => Amplitude < Rational.One ? Floor : null;

    public override Rational? DrawnSpan => Length.Constant * DrawnCycles;

    public override bool IsMonotone => false;

    public override Scalar? CycleLength => Length;

    public override Scalar? FirstTop => Scalar.Zero;

    public override bool HasEqualTops => Amplitude == Rational.One;

    // With fractional lengths the step that is nearest to a top may lie in a later cycle.
    public override IEnumerable<Rational> TopTimes =>
        Enumerable.Range(0, (int)System.Numerics.BigInteger.Min(Length.Constant!.Value.Denominator, MostTops)).Select(i => i * Length.Constant!.Value);

    public override IEnumerable<Scalar> Scalars => [Rate, Floor, Length];

    private StaircaseShape Tops => new(Rate, Amplitude, new Progress(Scalar.Zero, Length));

    public override Rational Evaluate(Rational u, int bits)
    {
        var x = u / Length.Constant!.Value;
        var cycle = x.Floor();
        var floor = Floor.Constant!.Value;
        return floor + (Rational.Max(Tops.Level(cycle, bits), floor) - floor) * (Rational.One - Real.HalfWave(x - cycle, bits));
    }

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        Rational length = Length.Constant!.Value, floor = Floor.Constant!.Value;
        var cycle = (from / length).Floor();
        var bounds = base.Range(from, to, bits);
        return cycle == (to / length).Floor() ? bounds : bounds.With(new Bounds(floor, Rational.Max(Tops.Level(cycle + 1, bits), floor)));
    }

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor, Floor = Floor * factor };

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        if (Rate.Constant <= Floor.Constant)
            return [new ShapePart(end, new HoldShape(Floor))];
        if (Amplitude == Rational.One)
            return [new ShapePart(end, this)];
        var far = TableCycles * Length.Constant!.Value;
        return Geometric.SplitAt(this, end, Last() * Length.Constant!.Value, new HoldShape(Floor)).SelectMany(part =>
            part.Shape is RestartsShape { IsFar: false } && (part.End is null || part.End > far)
                ? [new ShapePart(far, this), new ShapePart(part.End, this with { IsFar = true })]
                : new[] { part });
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var steps = new Progress(Scalar.Zero, Length).Exactly(time);
        double total = (double)steps.Total;
        var done = formula.Let("done", steps.Done);
        // A quotient of integers below 2^53 never rounds up to the next integer.
        var cycle = formula.Let("cycle", new Call(MathFunction.Floor, done / total));
        var local = new IntegerTime(formula.Let("local", FormulaBuilder.Within(done - cycle * total, total)), Rational.Zero, steps.Total);
        var whole = new Progress(Scalar.Zero, (Rational)steps.Total);
        if (Amplitude == Rational.One)
            return new HalfWaveShape(Rate, Floor, whole).Fold(formula, local);
        var share = formula.Let("share", new HalfWaveShape(Scalar.One, Scalar.Zero, whole).Fold(formula, local));
        return MultiplyAdd.Of(share, Height(formula, cycle), formula.Scalar(Floor));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Length));
        // Of a length known at run time the quotient decides.
        var cycle = formula.Let("cycle", new Call(MathFunction.Floor, u / length));
        var done = formula.Let("done", FormulaBuilder.Within(u - cycle * length, length));
        var (rate, floor) = (formula.Scalar(Rate), formula.Scalar(Floor));
        var top = Amplitude == Rational.One ? rate : rate * new Call(MathFunction.Pow, Amplitude.ToDouble(), cycle);
        var height = formula.Let("height", Floor.IsZero ? top : new Call(MathFunction.Max, top - floor, 0.0));
        var y = formula.Let("y", new Call(MathFunction.Min, done, length - done) / length);
        var wave = HalfWaveShape.Beginning(formula, y, height);
        return new Choice(done + done, length, wave, height - wave) + floor;
    }

    public override string Describe(string u)
    {
        string length = Text.Of(Length), top = Text.Of(Rate) + (Amplitude == Rational.One ? string.Empty : " · " + NumberText.Friendly(Amplitude) + "^⌊" + u + " / " + length + "⌋");
        string wave = " · (1 + cos(π · v / " + length + ")) / 2, v = " + u + " mod " + length;
        return Floor.IsZero ? top + wave : Text.Of(Floor) + " + max(" + top + " − " + Text.Of(Floor) + ", 0)" + wave;
    }

    /// <summary>The first cycle that has no height any more.</summary>
    private System.Numerics.BigInteger Last()
    {
        var bound = Floor.IsZero ? GeometricShape.Bound(Amplitude).Value : Floor.Constant!.Value;
        var level = Tops.LevelReaching(bound);
        return Floor.IsZero && Tops.Level(level, Real.Precise) == bound ? level + 1 : level;
    }

    /// <summary>How far a top is above the floor.</summary>
    private Arithmetic Height(FormulaBuilder formula, Arithmetic cycle)
    {
        var floor = Floor.Constant!.Value;
        if (IsFar)
            return formula.Let("height", Tops.OverLevels().Fold(formula, new IntegerTime(cycle, Rational.Zero, Last())) - floor.ToDouble());
        int count = (int)System.Numerics.BigInteger.Min(Last(), TableCycles);
        string table = formula.Table("heights", [.. Enumerable.Range(0, count).Select(i => (Tops.Level(i, Real.Precise) - floor).ToDouble())]);
        return new Lookup(table, FormulaBuilder.Within(cycle, (double)(count - 1)));
    }
}
