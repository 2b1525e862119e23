using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class CyclesUnderFloor : RuleSamples
{
    public override string Id => "LRG036";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("tops under the floor", "CosineRestarts(0.1, 10, Amplitude = 0.1, Cycles = 4, Floor = {|LRG036:0.001|})", "CosineRestarts(0.1, 10, Amplitude = 0.1, Cycles = 4, Floor = 0.0001)",
            "Of 4 cycles the last would peak at 0.0001, under the floor of 0.001: the rate stays at the floor"),
        Mended("in the training", "Training(Steps = 40), CosineRestarts(0.1, 10, Amplitude = 0.1, Floor = {|LRG036:0.001|})", null),
        Mended("among millions of cycles", "Training(Steps = 50_000_000), CosineRestarts(0.1, 1, Amplitude = 0.9999999, Floor = {|LRG036:0.001|})", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("tops at the floor", Method("CosineRestarts(0.1, 10, Amplitude = 0.5, Cycles = 2, Floor = 0.05)")),
        new("too short a training", Method("Training(Steps = 30), CosineRestarts(0.1, 10, Amplitude = 0.1, Cycles = 12, Floor = 0.001)")),
        new("no floor", Method("CosineRestarts(0.1, 10, Amplitude = 0.1, Cycles = 4)")),
        new("no floor in a billion cycles", Method("Training(Steps = 1_000_000_000), CosineRestarts(0.1, 1, Amplitude = 0.99999999)")),
        new("a billion cycles of one height", Method("Training(Steps = 1_000_000_000), CosineRestarts(0.1, 1, Amplitude = 1, Floor = 0.001)")),
    ];
}
