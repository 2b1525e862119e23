using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupGoesDown : RuleSamples
{
    public override string Id => "LRG038";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("ratio", "Warmup(10, FromRatio = {|LRG038:5|}), CosineDecay(0.1, 100)", "Warmup(10, FromRatio = 0.2), CosineDecay(0.1, 100)",
            "The warm-up starts at 0.5 and leads down to 0.1; were the two swapped?"),
        Mended("rate", "Warmup(10, From = {|LRG038:0.1|}), CosineDecay(0.01, 100)", "Warmup(10, From = 0.01), CosineDecay(0.1, 100)"),
        Mended("first of several rates", "Warmup(10, From = {|LRG038:0.1|}), PiecewiseConstant(new[] { 0.05, 0.02 }, new double[] { 50 })",
            "Warmup(10, From = 0.05), PiecewiseConstant(new[] { 0.1, 0.02 }, new double[] { 50 })"),
        Mended("factor", "Warmup(10, FromRatio = {|LRG038:2|}, Join = Join.Multiply), CosineDecay(0.1, 100)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("up", Method("Warmup(10, FromRatio = 0.2), CosineDecay(0.1, 100)")),
        new("biases", Method("Training(Scope = Scope.Scalar), Warmup(10, FromRatio = 10), CosineDecay(0.01, 100)")),
        new("factor on a fast decay", Method("Warmup(400, FromRatio = 0.25, Join = Join.Multiply), ExponentialDecay(0.1, 0.99)")),
    ];
}
