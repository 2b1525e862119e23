using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class MilestoneInsideWarmup : RuleSamples
{
    public override string Id => "LRG056";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("over the schedule", "Warmup(100, Join = Join.Multiply), MilestoneDecay(0.1, 0.1, {|LRG056:60|}, 800)", "Warmup(100, Join = Join.After), MilestoneDecay(0.1, 0.1, 60, 800)",
            "The milestone 60 falls inside the warm-up of 100, which runs over the schedule; move it, or let the schedule begin after with Join.After"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("later", Method("Warmup(100, Join = Join.Multiply), MilestoneDecay(0.1, 0.1, 100, 800)")),
        new("after", Method("Warmup(100), MilestoneDecay(0.1, 0.1, 60, 800)")),
    ];
}
