using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateZeroAtEnd : RuleSamples
{
    public override string Id => "LRG047";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("two thirds", "Training(Steps = 3_000), Warmup(500), CosineDecay(0.001, {|LRG047:500|})", "Training(Steps = 3_000), Warmup(500), CosineDecay(0.001, 2500)",
            "For the last 66.7 % of the training, from 1,000 to 3,000, the rate is 0 and nothing is learned; decay to the end, or give a floor"),
        Mended("a line", "Training(Steps = 100), LinearDecay(0.1, 0, {|LRG047:90|})", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("to the end", Method("Training(Steps = 100), LinearDecay(0.1, 0, 95)")),
        new("with a floor", Method("Training(Steps = 500_000), CosineDecay(6e-5, 430_000, Floor = 6e-6)")),
        new("another phase", Method("Training(Steps = 100), LinearDecay(0.1, 0, 50), Constant(0.01)")),
    ];
}
