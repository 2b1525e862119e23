using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateNotPositive : RuleSamples
{
    public override string Id => "LRG010";

    public override IEnumerable<Sample> Wrong =>
    [
        new("zero", Method("Constant({|LRG010:0|})"),
            "'rate' is 0, which gives no training; a rate has to be finite and above 0 (a floor, an end or the start of a ramp may be 0)"),
        new("negative", Method("CosineDecay({|LRG010:-0.001|}, 100)"),
            "'rate' is -0.001, which gives no training; a rate has to be finite and above 0 (a floor, an end or the start of a ramp may be 0)"),
        new("NaN", Method("Constant({|LRG010:double.NaN|})")),
        new("a bound of reciprocals", Method("ChebyshevDecay(0.1, low: {|LRG010:0|}, 4)")),
        new("infinite", Method("Constant({|LRG010:double.PositiveInfinity|})")),
        new("overflowing expression", Method("Constant({|LRG010:1e200 * 1e200|})")),
        new("constant field", """
            static partial class Rates
            {
                private const double Start = 1e-3 - 0.001;

                [StepDecay({|LRG010:Start|}, 10, 0.5)]
                public static partial double Rate(long step);
            }
            """),
        new("named, in odd order", Method("StepDecay(factor: 0.5, every: 10, rate: {|LRG010:-1|})")),
        new("too small for full precision", Method("Constant({|LRG010:double.Epsilon|})")),
        new("negative zero", Method("Constant({|LRG010:-0.0|})")),
        new("negative floor", Method("CosineDecay(0.1, 100, Floor = {|LRG010:-1e-6|})"),
            "'Floor' is -1E-06, which gives no training; a rate has to be finite and above 0 (a floor, an end or the start of a ramp may be 0)"),
        new("rate of averaging", Method("SwaAnneal(0.1, {|LRG010:0|})")),
        new("floor NaN", Method("CosineDecay(0.1, 100, Floor = {|LRG010:double.NaN|})")),
        new("negative floor ratio", Method("StepDecay(0.1, 10, 0.5, FloorRatio = {|LRG010:-0.1|})")),
        new("infinite floor", Method("PolynomialDecay(0.1, 100, Floor = {|LRG010:double.PositiveInfinity|})")),
        new("negative end", Method("LinearDecay(0.1, {|LRG010:-0.1|}, 100)")),
        new("negative start of a line to zero", Method("LinearDecay({|LRG010:-0.1|}, 0, 100)")),
        new("negative end of a line from zero", Method("LinearDecay(0, {|LRG010:-0.1|}, 100)")),
        new("a line at zero", Method("LinearDecay({|LRG010:0|}, 0, 100)")),
        new("negative start of a warm-up", Method("Warmup(10, From = {|LRG010:-1|}), Constant(0.1)")),
        new("infinite start ratio of a warm-up", Method("Warmup(10, FromRatio = {|LRG010:double.PositiveInfinity|}), Constant(0.1)")),
        new("exponential warm-up from nothing", Method("{|LRG010:Warmup(10, Shape = WarmupShape.Exponential)|}, Constant(0.1)")),
        new("constant warm-up from zero", Method("Warmup(10, Shape = WarmupShape.Constant, From = {|LRG010:0|}), Constant(0.1)")),
        new("exponential warm-up from a ratio of zero",
            Method("Warmup(10, Shape = WarmupShape.Exponential, FromRatio = {|LRG010:0|}), Constant(0.1)")),
        new("exponential warm-up from below zero", Method("Warmup(10, Shape = WarmupShape.Exponential, From = {|LRG010:-1|}), Constant(0.1)")),
        new("with a run-time length", Method("CosineDecay({|LRG010:-1|})", "long step, long steps")),
        new("above a floor", Method("CosineDecay({|LRG010:-1|}, 100, Floor = 0.1)")),
        new("below a floor above 1", Method("CosineDecay({|LRG010:0|}, 100, Floor = 2)")),
        new("under an alias", "using W = LrGen.WarmupAttribute;\n\n" + Method("W(10, From = {|LRG010:-1|}), Constant(0.1)")),
        new("two mistakes", Method("Warmup(10, From = {|LRG010:-1|}), Constant({|LRG010:0|})")),
        new("in a generic record struct", """
            [Constant({|LRG010:0|})]
            readonly partial record struct Rate<T>(T Value);
            """),
        new("initial rate of a plateau", Driven("ReduceOnPlateau({|LRG010:0|})")),
        new("ceiling", Driven("Greedy(0.1, Ceiling = {|LRG010:double.PositiveInfinity|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("smallest of full precision", Method("Constant(2.2250738585072014E-308)")),
        new("largest", "#pragma warning disable LRG020\n" + Method("Constant(double.MaxValue)")),
        new("integer", Method("Constant(1)")),
        new("floor of zero", Method("CosineDecay(0.1, 100, Floor = 0)")),
        new("floor at the rate", Method("CosineDecay(0.1, 100, Floor = 0.1)")),
        new("line to zero", Method("LinearDecay(0.1, 0, 100)")),
        new("line from zero", Method("LinearDecay(0, 0.1, 100)")),
        new("warm-up from zero", Method("Warmup(10, From = 0), Constant(0.1)")),
        new("exponential warm-up", Method("Warmup(10, Shape = WarmupShape.Exponential, From = 1e-6), Constant(0.1)")),
        new("constant warm-up", Method("Warmup(10, Shape = WarmupShape.Constant, FromRatio = 0.1), Constant(0.1)")),
        new("constant expression", Method("Constant(1e-3 * 256 / 512)")),
    ];
}
