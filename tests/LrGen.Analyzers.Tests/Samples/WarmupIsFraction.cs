using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupIsFraction : RuleSamples
{
    public override string Id => "LRG052";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("ratio", "Training(Steps = 1_000), Warmup({|LRG052:0.1|}), CosineDecay(1e-4, 1_000)", "Training(Steps = 1_000), Warmup(Fraction = 0.1), CosineDecay(1e-4, 1_000)",
            "A warm-up of 0.1 steps is over before the first; for a share of the training write Fraction = 0.1"),
        Mended("training unknown", "Warmup({|LRG052:0.03|}, Unit = Unit.Steps), CosineDecay(1e-4, 1_000)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a part of an epoch", Method("Warmup(0.068), MilestoneDecay(0.02, 0.1, 8, 11)", "int epoch")),
        new("in epochs", Method("Training(StepsPerEpoch = 1_000), Warmup(0.5, Unit = Unit.Epochs), CosineDecay(1e-4, 1_000)")),
        new("one step", Method("Warmup(1), CosineDecay(1e-4, 1_000)")),
        new("share", Method("Training(Steps = 1_000), Warmup(Fraction = 0.1), CosineDecay(1e-4, 900)")),
    ];
}
