using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupTakesMost : RuleSamples
{
    public override string Id => "LRG051";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("60 %", "Training(Steps = 1_000), Warmup({|LRG051:600|}), CosineDecay(0.1, 400)", null,
            "The warm-up of 600 takes 60 % of the training of 1,000; published ones take at most half"),
        Mended("share", "Training(Steps = 1_000), Warmup(Fraction = {|LRG051:0.6|}), Constant(0.1)", "Training(Steps = 1_000), Warmup(Fraction = 0.05), Constant(0.1)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("half", Method("Training(Steps = 1_000), Warmup(500), CosineDecay(0.1, 500)")),
        new("44 %", Method("Training(Epochs = 90, Counts = Unit.Epochs), Warmup(40), PolynomialDecay(35.6, 50, 2)")),
    ];
}
