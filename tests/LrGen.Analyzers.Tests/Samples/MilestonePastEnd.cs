using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class MilestonePastEnd : RuleSamples
{
    public override string Id => "LRG042";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("longer recipe", "Training(Steps = 20), MilestoneDecay(0.1, 0.1, 10, {|LRG042:75|}, 125)", null,
            "The milestone 75 is never reached: the training ends at 20; was the recipe longer, or does it count something else?"),
        Mended("in steps", "Training(Epochs = 90, StepsPerEpoch = 5_000, Counts = Unit.Epochs), MilestoneDecay(0.1, 0.1, {|LRG042:150_000|}, 300_000)", "Training(Epochs = 90, StepsPerEpoch = 5_000, Counts = Unit.Epochs), MilestoneDecay(0.1, 0.1, 30, 60)"),
        Mended("boundaries", "Training(Steps = 100), PiecewiseConstant(new[] { 0.1, 0.01 }, {|LRG042:new[] { 100.0 }|})", null),
        Mended("after a warm-up", "Training(Steps = 100), Warmup(50), MilestoneDecay(0.1, 0.1, {|LRG042:60|})", null),
        Mended("after a phase", "Training(Steps = 100), Constant(0.01, Steps = 50), MilestoneDecay(0.1, 0.1, {|LRG042:60|})", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("end of lines at the end of the training", Method("Training(Steps = 24), PiecewiseInterpolated(new[] { 0, 0.4, 0 }, new[] { 5.0, 24.0 })")),
        new("end of lines after it", Method("Training(Steps = 20), PiecewiseInterpolated(new[] { 0, 0.4, 0 }, 5, 24)")),
        new("last step", Method("Training(Steps = 100), MilestoneDecay(0.1, 0.1, 50, 99)")),
        new("over a warm-up", Method("Training(Steps = 100), Warmup(50, Join = Join.Multiply), MilestoneDecay(0.1, 0.1, 60)")),
        new("length unknown", Method("MilestoneDecay(0.1, 0.1, 10_000)")),
    ];
}
