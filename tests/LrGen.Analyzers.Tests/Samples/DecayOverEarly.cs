using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class DecayOverEarly : RuleSamples
{
    public override string Id => "LRG048";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("epochs for steps", "Training(Steps = 45_000, StepsPerEpoch = 500), CosineDecay(0.1, {|LRG048:90|})", "Training(Steps = 45_000, StepsPerEpoch = 500), CosineDecay(0.1, 45000)",
            "The decay is over at 90, after 0.2 % of the training of 45,000; is it in epochs?"),
        new("milestones", Method("Training(Steps = 45_000), MilestoneDecay(0.1, 0.1, {|LRG048:30|}, 60)")),
        Mended("to a floor", "Training(Steps = 50_000), {|LRG048:ExponentialDecay(0.1, 0.9, Floor = 1e-5)|}", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a fifth", Method("Training(Steps = 122_880), CosineDecay(1e-4, 25_600, Floor = 2.5e-5)")),
        new("milestones", Method("Training(Steps = 90), MilestoneDecay(0.1, 0.1, 30, 60)")),
        new("length unknown", Method("CosineDecay(0.1, 90)")),
    ];
}
