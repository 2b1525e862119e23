using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// A decay by batches and, where <paramref name="Epochs"/> is given, by whole epochs: rate · ((1 + u²/batches²) · (1 + e²/epochs²))^−power.
/// </summary>
internal sealed record EdenShape(Scalar Rate, Scalar Power, Scalar Batches, Scalar? Epochs, Scalar StepsPerEpoch) : Shape
{
    private const int DrawnBatches = 10;

    private static readonly Rational s_quarter = new(1, 4);

    public override Scalar Start => Rate;

    public override Scalar? Limit => Scalar.Zero;

    public override Rational? DrawnSpan => Batches.Constant * DrawnBatches;

    public override IEnumerable<Scalar> Scalars => Epochs is null ? [Rate, Power, Batches] : [Rate, Power, Batches, Epochs, StepsPerEpoch];

    private Progress Epoch => new(Scalar.Zero, StepsPerEpoch);

    public override Rational Evaluate(Rational u, int bits)
    {
        var growth = Square(u / Batches.Constant!.Value);
        if (Epochs is not null)
            growth *= Square(Epoch.At(u).Floor() / Epochs.Constant!.Value);
        return Rate.Constant!.Value * Real.Pow(growth, -Power.Constant!.Value, bits);

        static Rational Square(Rational share) => Rational.One + share * share;
    }

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var batches = new Progress(Scalar.Zero, Batches).Exactly(time);
        if (Power.Constant == s_quarter || Power.Constant == Rational.Half)
            return Roots(formula, time, batches);
        var share = formula.Let("share", batches.Done / (double)batches.Total);
        if (Epochs is null)
            return Value(formula, Square(share));
        var epoch = Epoch.Exactly(time).Level(formula, "epoch");
        return Value(formula, Square(share) * Square(formula.Let("share", epoch / formula.Scalar(Epochs))));
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var share = formula.Let("share", u / formula.Scalar(Batches));
        if (Epochs is null)
            return Value(formula, Square(share));
        var epoch = formula.Let("epoch", new Call(MathFunction.Floor, Epoch.Write(formula, u)));
        return Value(formula, Square(share) * Square(formula.Let("share", epoch / formula.Scalar(Epochs))));
    }

    public override string Describe(string u)
    {
        string batches = "(1 + (" + u + " / " + Text.Of(Batches) + ")²)";
        string epochs = Epochs is null ? string.Empty : "(1 + (⌊" + Epoch.Describe(u) + "⌋ / " + Text.Of(Epochs) + ")²)";
        string product = Epochs is null ? batches : "(" + batches + " · " + epochs + ")";
        return Text.Of(Rate) + " · " + product + "^−" + Text.Of(Power);
    }

    /// <summary>Without quotients: rate · (batches² · epochs²)^power ÷ ((batches² + u²) · (epochs² + e²))^power.</summary>
    private Arithmetic Roots(FormulaBuilder formula, IntegerTime time, IntegerProgress batches)
    {
        Rational scale = (Rational)batches.Total * batches.Total;
        var done = formula.Let("done", batches.Done);
        var growth = MultiplyAdd.Of(done, done, scale.ToDouble());
        if (Epochs is not null)
        {
            var square = Epochs.Constant!.Value * Epochs.Constant.Value;
            var epoch = Epoch.Exactly(time).Level(formula, "epoch");
            growth *= MultiplyAdd.Of(epoch, epoch, square.ToDouble());
            scale *= square;
        }

        return OverRoots((Rate.Constant!.Value * Real.Pow(scale, Power.Constant!.Value, Real.Precise)).ToDouble(), formula, growth);
    }

    private static Arithmetic Square(Arithmetic share) => MultiplyAdd.Of(share, share, 1.0);

    /// <summary>A root halves the error of what is under it, and two roots quarter it.</summary>
    private Arithmetic Value(FormulaBuilder formula, Arithmetic growth)
    {
        var rate = formula.Scalar(Rate);
        return Power.Constant == s_quarter || Power.Constant == Rational.Half
            ? OverRoots(rate, formula, growth)
            : rate * new Call(MathFunction.Pow, formula.Let("growth", growth), new Operation('-', 0.0, formula.Scalar(Power)));
    }

    private Arithmetic OverRoots(Arithmetic rate, FormulaBuilder formula, Arithmetic growth) => rate / new Call(
        MathFunction.Sqrt, Power.Constant == s_quarter ? formula.Let("root", new Call(MathFunction.Sqrt, growth)) : growth);
}
