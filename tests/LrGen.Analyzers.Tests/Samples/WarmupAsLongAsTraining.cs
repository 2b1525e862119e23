using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupAsLongAsTraining : RuleSamples
{
    public override string Id => "LRG050";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("iterations for epochs", "Training(Steps = 400), Warmup({|LRG050:500|}), MilestoneDecay(0.02, 0.1, 8, 11)", null,
            "The warm-up of 500 takes the whole training of 400, and the rate that it leads to is never used"),
        Mended("as long", "Training(Steps = 100), Warmup({|LRG050:100|}), Constant(0.1)", "Training(Steps = 100), Warmup(5), Constant(0.1)"),
        Mended("of a family", "Training(Steps = 100), WarmupStableDecay(0.1, {|LRG050:200|}, 10, 10)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("shorter", Method("Training(Steps = 100), Warmup(50), Constant(0.1)")),
        new("length unknown", Method("Warmup(500), MilestoneDecay(0.02, 0.1, 8, 11)")),
    ];
}
