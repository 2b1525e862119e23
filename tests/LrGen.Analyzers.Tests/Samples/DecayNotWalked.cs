using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class DecayNotWalked : RuleSamples
{
    public override string Id => "LRG043";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("steps for epochs", "Training(Steps = 50), CosineDecay(0.1, {|LRG043:1_000|})", "Training(Steps = 50), CosineDecay(0.1, 50)",
            "The training of 50 ends after 5 % of the decay of 1,000; are the two counted in the same unit?"),
        Mended("after a warm-up", "Training(Steps = 50), Warmup(5), CosineDecay(0.1, {|LRG043:500|})", "Training(Steps = 50), Warmup(5), CosineDecay(0.1, 45)"),
        new("in settings", Method("CosineDecay(0.1, {|LRG043:1_000|})")) { Settings = "lrgen.total_epochs = 5\nlrgen.steps_per_epoch = 10" },
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("attribute before settings", Method("Training(Epochs = 100, StepsPerEpoch = 10), CosineDecay(0.1, 1_000)")) { Settings = "lrgen.total_steps = 50" },
        new("four times", Method("Training(Steps = 250), CosineDecay(0.1, 1_000)")),
        new("1.25 times on purpose", Method("Training(Steps = 4_000), CosineDecay(4e-4, 5_000, Floor = 4e-5)")),
        new("constant on purpose", Method("Training(Steps = 100), LinearDecay(5e-5, 5e-5, 1e13)")),
    ];
}
