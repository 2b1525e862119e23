using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PhaseBelowStep : RuleSamples
{
    public override string Id => "LRG053";

    public override IEnumerable<Sample> Wrong =>
    [
        new("share", Method("CosineDecay(1e-3, {|LRG053:0.1|})"), "'steps' of [CosineDecay] is 0.1, less than one step; for a share of the training write Fraction = 0.1"),
        new("share of a known training", Method("Training(Steps = 1000), Constant(1e-3, Steps = {|LRG053:0.5|}), CosineDecay(1e-3)"))
        {
            Fixed = Method("Training(Steps = 1000), Constant(1e-3, Fraction = 0.5), CosineDecay(1e-3)"),
        },
        new("share of a training for a decay", Method("Training(Steps = 1000), CosineDecay(1e-3, {|LRG053:0.5|})")),
        new("swapped", Method("CosineDecay(1000, {|LRG053:0.1|})"), "'steps' of [CosineDecay] is 0.1, less than one step; was it swapped with 'rate', 1,000?")
        {
            Fixed = Method("CosineDecay(0.1, 1000)"),
        },
        new("swapped in a training", Method("Training(Steps = 1000, Optimizer = OptimizerKind.AdamW), CosineDecay(1000, {|LRG053:1e-3|})"))
        {
            Fixed = Method("Training(Steps = 1000, Optimizer = OptimizerKind.AdamW), CosineDecay(1e-3, 1000)"),
        },
        new("interval and rate swapped", Method("StepDecay(30, every: {|LRG053:0.1|}, factor: 0.5)"))
        {
            Fixed = Method("StepDecay(0.1, every: 30, factor: 0.5)"),
        },
        new("a last phase", Struct("SlantedTriangular(0.1, 100), Constant(0.01, Steps = {|LRG053:0.5|})")),
        new("first phase", Method("Constant(0.1, Steps = {|LRG053:0.5|}), CosineDecay(0.1, 100)")),
        new("fall", Method("WarmupStableDecay(0.1, 10, 100, {|LRG053:0.2|})"), "'decaySteps' of [WarmupStableDecay] is 0.2, less than one step; is it in another unit?"),
        new("part of an epoch in steps", Method("Training(StepsPerEpoch = 100), CosineDecay(0.1, {|LRG053:0.005|}, Unit = Unit.Epochs)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("one step", Method("CosineDecay(1e-3, 1)")),
        new("part of an epoch", Method("Training(StepsPerEpoch = 100), CosineDecay(0.1, 0.5, Unit = Unit.Epochs)")),
        new("fraction", Method("Training(Steps = 100), CosineDecay(0.1, Floor = 0.01, Fraction = 0.5)")),
        new("interval", Method("ExponentialDecay(0.1, 0.9, every: 0.5)")),
        new("run time", Method("CosineDecay(0.1)", "long step, double steps")),
    ];
}
