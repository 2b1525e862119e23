using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PowerNotPositive : RuleSamples
{
    public override string Id => "LRG014";

    public override IEnumerable<Sample> Wrong =>
    [
        new("zero", Method("PolynomialDecay(0.1, 100, {|LRG014:0|})"),
            "The power 0 gives no curve; give a finite number above 0, for example 1 or 2"),
        new("negative", Method("PolynomialDecay(0.1, 100, power: {|LRG014:-2|})"),
            "The power -2 gives no curve; give a finite number above 0, for example 1 or 2"),
        new("NaN", Method("PolynomialDecay(0.1, 100, {|LRG014:double.NaN|})")),
        new("infinite", Method("PolynomialDecay(0.1, 100, {|LRG014:double.PositiveInfinity|})")),
        new("of a cosine", Method("CosineDecay(0.1, 100, Exponent = {|LRG014:0|})")),
        new("of time", Method("CosineDecay(0.1, 100, TimePower = {|LRG014:-1|})")),
        new("of Eden", Method("EdenDecay(0.1, 100, Power = {|LRG014:0|})")),
        new("of a warm-up", Method("Warmup(10, Shape = WarmupShape.Polynomial, Power = {|LRG014:0|}), Constant(0.1)")),
        new("of a warm-up of another shape", Method("Warmup(10, Power = {|LRG014:-1|}), Constant(0.1)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("left out", Method("PolynomialDecay(0.1, 100)")),
        new("one", Method("PolynomialDecay(0.1, 100, 1)")),
        new("fraction", Method("PolynomialDecay(0.1, 100, 0.9)")),
        new("large", Method("PolynomialDecay(0.1, 100, 1e6)")),
        new("of a warm-up", Method("Warmup(10, Shape = WarmupShape.Polynomial, Power = 0.5), Constant(0.1)")),
        new("of a warm-up, left out", Method("Warmup(10, Shape = WarmupShape.Polynomial), Constant(0.1)")),
        new("at run time", Method("PolynomialDecay(0.1, 100)", "long step, double power")),
    ];
}
