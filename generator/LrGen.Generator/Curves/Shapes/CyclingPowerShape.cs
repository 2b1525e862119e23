using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// A power decay whose length grows with every end that it reaches: to + (from − to) · (1 − u ÷ (n · length))^p, n = max(1, ⌈u ÷ length⌉).
/// </summary>
internal sealed record CyclingPowerShape(Scalar From, Scalar To, Scalar Length, Scalar Power) : Shape
{
    private const int DrawnCycles = 4;
    private const int MostTops = 64;

    public override Scalar Start => From;

    // After n lengths the rate jumps up to no more than 1 ÷ (n + 1) of the way.
    public override Scalar? Limit => To;

    public override Rational? DrawnSpan => Length.Constant * DrawnCycles;

    // The step after an end; with fractional lengths a later one can be nearer to the end.
    public override IEnumerable<Rational> TopTimes => Enumerable.Range(1, MostTops).Select(n => n * Length.Constant!.Value + Rational.One);

    public override bool IsMonotone => false;

    public override Scalar? CycleLength => Length;

    public override Scalar? FirstTop => Scalar.Zero;

    public override IEnumerable<Scalar> Scalars => [From, To, Length, Power];

    public override Rational Evaluate(Rational u, int bits) => Left(Rational.One - u / (Ends(u) * Length.Constant!.Value), bits);

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        var ends = Ends(from);
        var bounds = base.Range(from, to, bits);
        // After each end the value jumps, from the end value to a share that falls from jump to jump.
        return ends == Ends(to) ? bounds : bounds.With(Bounds.Between(To.Constant!.Value, Left(Rational.One / (ends + Rational.One), bits)));
    }

    public override Shape Scale(Scalar factor) => this with { From = From * factor, To = To * factor };

    public override IEnumerable<ShapePart> Split(Rational? end) =>
        [new ShapePart(end, From.Constant == To.Constant ? new HoldShape(From) : this)];

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var steps = new Progress(Scalar.Zero, Length).Exactly(time);
        double total = (double)steps.Total;
        var done = formula.Let("done", steps.Done);
        // ⌈a ÷ b⌉ = ⌊(a + b − 1) ÷ b⌋; a quotient of integers below 2^53 never rounds up to the next integer.
        return Value(formula, done, total, (done + (total - 1)) / total);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Length));
        return Value(formula, u, length, null);
    }

    public override string Describe(string u)
    {
        string length = Text.Of(Length), share = "(1 − " + u + " / (" + length + " · max(1, ⌈" + u + " / " + length + "⌉)))";
        string raised = Power.Constant == Rational.One ? share : share + "^" + Text.Of(Power);
        return (To.IsZero ? string.Empty : Text.Of(To) + " + ") + Text.Of(From - To) + " · " + raised;
    }

    private Rational Ends(Rational u) => Rational.Max(Rational.One, (u / Length.Constant!.Value).Ceiling());

    private Rational Left(Rational share, int bits) =>
        To.Constant!.Value + (From.Constant!.Value - To.Constant!.Value) * Real.Pow(share, Power.Constant!.Value, bits);

    private Arithmetic Value(FormulaBuilder formula, Arithmetic done, Arithmetic length, Arithmetic? ends)
    {
        // Of a length known at run time the quotient decides, as its ceiling.
        ends = ends is null ? 0.0 - new Call(MathFunction.Floor, (0.0 - done) / length) : new Call(MathFunction.Floor, ends);
        var end = formula.Let("end", new Call(MathFunction.Max, ends, 1.0) * length);
        // From 2^53 on the end is rounded, and must not lie before the step.
        var left = formula.Let("left", new Call(MathFunction.Max, end - done, 0.0) / end);
        return MultiplyAdd.Of(formula.Scalar(From - To), PowerShape.Raise(formula, left, Power), formula.Scalar(To));
    }
}
