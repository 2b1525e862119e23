using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class LengthInMicroBatches : RuleSamples
{
    public override string Id => "LRG062";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("four times", "Training(Steps = 1_000, GradientAccumulation = 4), CosineDecay(1e-4, {|LRG062:4_000|})", "Training(Steps = 1_000, GradientAccumulation = 4), CosineDecay(1e-4, 1000)",
            "4,000 is the training of 1,000 updates counted in micro-batches; gradients are accumulated over 4, and the optimizer steps once for all of them"),
        MendedClass("that the optimizer sums up", "Training(Steps = 1_000), Adam(AccumulationSteps = 4), CosineDecay(1e-4, {|LRG062:4_000|})",
            "Training(Steps = 1_000), Adam(AccumulationSteps = 4), CosineDecay(1e-4, 1000)"),
        new("epochs of batches", Class("Training(Epochs = 10, BatchesPerEpoch = 400), Adam(AccumulationSteps = 4), CosineDecay(1e-4, {|LRG062:4_000|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("updates of an optimizer", Class("Training(Epochs = 10, BatchesPerEpoch = 400), Adam(AccumulationSteps = 4), CosineDecay(1e-4, 1_000)")) { Settings = "lrgen.counts = epochs" },
        new("updates", Method("Training(Steps = 1_000, GradientAccumulation = 4), CosineDecay(1e-4, 1_000)")),
        new("no accumulation", Method("Training(Steps = 1_000), CosineDecay(1e-4, 4_000)")),
    ];
}
