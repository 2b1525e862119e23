using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateUnderflows : RuleSamples
{
    public override string Id => "LRG040";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("per batch", "Training(Steps = 17_190, StepsPerEpoch = 1_719), ExponentialDecay(0.01, 0.95, every: {|LRG040:1|})", "Training(Steps = 17_190, StepsPerEpoch = 1_719), ExponentialDecay(0.01, 0.95, every: 1719)",
            "At step 539 of 17,190 the rate is below 1e-12 of its peak; is the interval in epochs?"),
        Mended("levels", "Training(Steps = 150_000), StepDecay(0.001, {|LRG040:10_000|}, 0.1)", null),
        Mended("epochs", "Training(Epochs = 100, Counts = Unit.Epochs), ExponentialDecay(0.1, {|LRG040:0.5|})", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("trough of an oscillation", Method("Training(Steps = 100), CosineDecay(0.1, 10, AfterEnd = AfterEnd.Oscillate)")),
        new("trough at nine tenths", Method("Training(Steps = 100), CosineDecay(0.1, 30, AfterEnd = AfterEnd.Oscillate)")),
        new("foot of triangles", Method("Training(Steps = 100), Cyclic(0, 0.1, 45)")),
        new("one step", Method("Training(Steps = 1), ExponentialDecay(0.1, 0.1)")),
        new("two steps", Method("Training(Steps = 2), CosineDecay(0.1, 1, AfterEnd = AfterEnd.Oscillate)")),
        new("frozen at the end", Method("Training(Steps = 100), PiecewiseConstant(new[] { 0.1, 0 }, 80)")),
        new("per epoch", Method("Training(Steps = 17_190), ExponentialDecay(0.01, 0.95, every: 1_719)")),
        new("with a floor", Method("Training(Steps = 17_190), ExponentialDecay(0.01, 0.95, every: 60, Floor = 1e-5)")),
        new("to zero", Method("Training(Steps = 17_190), CosineDecay(0.01, 17_190)")),
        new("length unknown", Method("ExponentialDecay(0.01, 0.95)")),
    ];
}
