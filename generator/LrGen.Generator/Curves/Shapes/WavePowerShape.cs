using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A power of the half wave: to + (from − to) · ((1 + cos πx)/2)^p.</summary>
internal sealed record WavePowerShape(Scalar From, Scalar To, Progress Progress, Scalar Power) : EaseShape(From, To, Progress)
{
    public override IEnumerable<Scalar> Scalars => [.. base.Scalars, Power];

    /// <summary>The half wave from 1 to 0.</summary>
    private HalfWaveShape Wave => new(Scalar.One, Scalar.Zero, Progress);

    public override Rational Evaluate(Rational u, int bits) =>
        To.Constant!.Value + (From.Constant!.Value - To.Constant!.Value) * Rest(Progress.At(u), bits);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        var power = PowerShape.Raise(formula, Wave.Fold(formula, time), Power);
        return MultiplyAdd.Of(power, (From.Constant!.Value - To.Constant!.Value).ToDouble(), To.Constant!.Value.ToDouble());
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var power = PowerShape.Raise(formula, Wave.Write(formula, u), Power);
        return formula.Scalar(To) + (formula.Scalar(From) - formula.Scalar(To)) * power;
    }

    protected override Rational Ease(Rational x, int bits) => Rational.One - Rest(x, bits);

    protected override string DescribeEase(string x) => "(1 − " + DescribeRest(x) + ")";

    protected override string DescribeRest(string x) => "((1 + cos(π · " + x + ")) / 2)^" + Text.Of(Power);

    private Rational Rest(Rational x, int bits) => Real.Pow(Real.HalfWave(Rational.One - x, bits), Power.Constant!.Value, bits);
}
