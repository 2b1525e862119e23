using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>The runtime's <c>CycleWave</c> by value.</summary>
internal enum CycleWave
{
    Triangle,
    Sine,
    Cosine,
}

/// <summary>
/// Triangles, or waves, for ever: low + (high − low) · h · a, where h goes from 0 to 1 and back, and a is factor^cycle or factor^u.
/// </summary>
internal sealed record TriangleWaveShape(Scalar Low, Scalar High, Scalar Up, Scalar Down, Scalar Factor, bool IsPerStep, CycleWave Wave) : Shape
{
    private const int DrawnCycles = 3;
    private const int MostTops = 64;

    /// <summary>Below it the cycles count as flat, so that powers of two stay normal numbers.</summary>
    private static readonly Rational s_flat = Rational.PowerOfTwo(-1000);

    public override Scalar Start => Low;

    public override Scalar? Limit => Factor.Constant < Rational.One ? Low : null;

    public override Rational? DrawnSpan => (Up + Down).Constant * DrawnCycles;

    public override bool IsMonotone => false;

    public override Scalar? CycleLength => Up + Down;

    public override Scalar? FirstTop => Up;

    public override bool HasEqualTops => Factor.Constant == Rational.One;

    // With fractional lengths the step that is nearest to a top may lie in a later cycle.
    public override IEnumerable<Rational> TopTimes
    {
        get
        {
            Rational up = Up.Constant!.Value, whole = up + Down.Constant!.Value;
            int cycles = whole.Denominator > MostTops ? MostTops : (int)whole.Denominator;
            return Enumerable.Range(0, cycles).Select(i => i * whole + up);
        }
    }

    public override bool FoldsForAnyTime => false;

    public override IEnumerable<Scalar> Scalars => [Low, High, Up, Down, Factor];

    public override Rational Evaluate(Rational u, int bits)
    {
        var low = Low.Constant!.Value;
        var amplitude = AmplitudeAt(u, bits);
        return amplitude < s_flat ? low : low + (High.Constant!.Value - low) * amplitude * HeightAt(u, bits);
    }

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        Rational up = Up.Constant!.Value, whole = up + Down.Constant!.Value, low = Low.Constant!.Value;
        // A cycle rises to its top and falls from there, and amplitudes only fall.
        var cycle = (from / whole).Floor();
        bool isOne = cycle == (to / whole).Floor();
        var top = cycle * whole + up;
        var height = isOne ? Bounds.Between(HeightAt(from, bits), HeightAt(to, bits)) : new Bounds(Rational.Zero, Rational.One);
        if (isOne && from < top && to > top)
            height = height with { High = Rational.One };
        var amplitude = Bounds.Between(AmplitudeAt(to, bits), AmplitudeAt(from, bits));
        return Bounds.Of(low) + Bounds.Of(High.Constant!.Value - low) * (height * amplitude);
    }

    public override Shape Scale(Scalar factor) => this with { Low = Low * factor, High = High * factor };

    public override IEnumerable<ShapePart> Split(Rational? end)
    {
        if (Factor.Constant == Rational.One)
            return [new ShapePart(end, this)];
        // The first cycle, or step, at which the amplitude is below the bound.
        var powers = new StaircaseShape(Scalar.One, Factor, new Progress(Scalar.Zero, IsPerStep ? Scalar.One : Up + Down));
        var level = powers.LevelReaching(s_flat);
        if (powers.Level(level, Real.Precise) == s_flat)
            level++;
        return Geometric.SplitAt(this, end, powers.TimeOf(level), new HoldShape(Low));
    }

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational low = Low.Constant!.Value, range = High.Constant!.Value - low;
        var whole = Up + Down;
        var steps = new Progress(Scalar.Zero, whole).Exactly(time);
        double total = (double)steps.Total;
        var done = formula.Let("done", steps.Done);
        // A quotient of integers below 2^53 never rounds up to the next integer.
        var cycle = formula.Let("cycle", new Call(MathFunction.Floor, done / total));
        var local = formula.Let("local", FormulaBuilder.Within(done - cycle * total, total));
        if (Wave != CycleWave.Triangle)
        {
            var (perUp, perDown) = (whole.Constant!.Value / Up.Constant!.Value / steps.Total, whole.Constant.Value / Down.Constant!.Value / steps.Total);
            var share = formula.Let("share", new Call(MathFunction.Min, new Call(MathFunction.Min, local * perUp.ToDouble(), (total - local) * perDown.ToDouble()), 1.0));
            return Height(formula, share) * Amplitude(formula, time, cycle) * range.ToDouble() + low.ToDouble();
        }

        // One line up and one line down; the lower of the two is the triangle.
        var perCount = range * whole.Constant!.Value / steps.Total;
        var up = TwoPart.For(perCount / Up.Constant!.Value, steps.Bits);
        var down = TwoPart.For(perCount / Down.Constant!.Value, steps.Bits);
        bool isConstant = Factor.Constant == Rational.One;
        double start = isConstant ? low.ToDouble() : 0;
        var triangle = new Call(MathFunction.Min, up.TimesPlus(local, start), down.TimesPlus(formula.Let("rest", total - local), start));
        if (isConstant)
            return triangle;
        var height = formula.Let("height", triangle);
        return height * Amplitude(formula, time, cycle) + low.ToDouble();
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var total = formula.Let("total", formula.Scalar(Up + Down));
        var cycle = formula.Let("cycle", new Call(MathFunction.Floor, u / total));
        var local = formula.Let("local", FormulaBuilder.Within(u - cycle * total, total));
        var triangle = new Call(MathFunction.Min, local / formula.Scalar(Up), (total - local) / formula.Scalar(Down));
        var height = (formula.Scalar(High) - formula.Scalar(Low))
            * (Wave == CycleWave.Triangle ? triangle : Height(formula, formula.Let("share", triangle)));
        return Factor.Constant == Rational.One
            ? height + formula.Scalar(Low)
            : height * new Call(MathFunction.Pow, formula.Scalar(Factor), IsPerStep ? u : cycle) + formula.Scalar(Low);
    }

    public override string Describe(string u)
    {
        string whole = Text.Of(Up + Down), height = Text.Of(High - Low);
        string amplitude = Factor.Constant == Rational.One ? string.Empty
            : " · " + Text.Of(Factor) + (IsPerStep ? "^" + u : "^⌊" + u + " / " + whole + "⌋");
        return (Low.IsZero ? string.Empty : Text.Of(Low) + " + ") + height + amplitude
            + " · " + (Wave == CycleWave.Triangle ? string.Empty : Wave.ToString().ToLowerInvariant() + " wave of ")
            + "min(v / " + Text.Of(Up) + ", (" + whole + " − v) / " + Text.Of(Down) + "), v = " + u + " mod " + whole;
    }

    private Rational AmplitudeAt(Rational u, int bits) =>
        Real.Pow(Factor.Constant!.Value, IsPerStep ? u : (u / (Up + Down).Constant!.Value).Floor(), bits);

    private Rational HeightAt(Rational u, int bits)
    {
        Rational up = Up.Constant!.Value, down = Down.Constant!.Value;
        var local = u - (u / (up + down)).Floor() * (up + down);
        return Height(Rational.Min(local / up, (up + down - local) / down), bits);
    }

    private Rational Height(Rational share, int bits) => Wave switch
    {
        CycleWave.Sine => Real.Sqrt(Real.HalfWave(share, bits), bits),
        CycleWave.Cosine => Real.HalfWave(share, bits),
        _ => share,
    };

    /// <summary>The height of a wave, from 0 to 1, at the share of its rise that is covered or of its fall that is left.</summary>
    private Arithmetic Height(FormulaBuilder formula, Arithmetic share)
    {
        var near = formula.Let("near", new Call(MathFunction.Min, share, 1.0 - share));
        var wave = HalfWaveShape.Beginning(formula, near, 1.0);
        var half = formula.Let("half", new Choice(share, 0.5, 1.0 - wave, wave));
        return Wave == CycleWave.Sine ? new Call(MathFunction.Sqrt, half) : half;
    }

    private Arithmetic Amplitude(FormulaBuilder formula, IntegerTime time, Arithmetic cycle) => Factor.Constant == Rational.One ? 1.0
        : IsPerStep ? new GeometricShape(Scalar.One, Factor, new Progress(Scalar.Zero, Scalar.One)).Fold(formula, time)
        : new ScaledByPowerOfTwo(1.0, formula.Let("halvings", (Arithmetic)GeometricShape.Rounder - cycle));
}
