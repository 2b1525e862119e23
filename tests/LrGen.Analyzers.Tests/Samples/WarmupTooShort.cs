using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupTooShort : RuleSamples
{
    public override string Id => "LRG057";

    public override IEnumerable<Sample> Wrong =>
    [
        new("five updates of many", Method("Training(Steps = 100_000), Warmup({|LRG057:5|}), CosineDecay(3e-4, steps: 99_995)"), "A warm-up of 5 updates is 0.01 % of this training; is its length in epochs? Unit = Unit.Epochs says so"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("more", Method("Training(Steps = 100_000), Warmup(20), CosineDecay(3e-4, steps: 99_980)")),
        new("a short training", Method("Training(Steps = 5_000), Warmup(5), CosineDecay(3e-4, steps: 4_995)")),
        new("epochs", Method("Training(Epochs = 90), Warmup(5), CosineDecay(3e-4, steps: 85)", parameters: "int epoch")),
        new("no length", Method("Warmup(5), CosineDecay(3e-4, steps: 99_995)")),
    ];
}
