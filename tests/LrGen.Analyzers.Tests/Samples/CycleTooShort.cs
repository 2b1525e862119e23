using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class CycleTooShort : RuleSamples
{
    public override string Id => "LRG059";

    public override IEnumerable<Sample> Wrong =>
    [
        new("eight updates of 500", Method("Training(Epochs = 30, StepsPerEpoch = 500, Counts = Unit.Steps), Cyclic(0.001, 0.006, stepsUp: {|LRG059:4|})"), "A cycle of 8 updates is 1.6 % of an epoch; published cycles last an epoch or more; is its length in epochs? Unit = Unit.Epochs says so"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("four epochs", Method("Training(Epochs = 30, StepsPerEpoch = 500, Counts = Unit.Steps), Cyclic(0.001, 0.006, stepsUp: 1_000)")),
        new("restarts that grow", Method("Training(Epochs = 30, StepsPerEpoch = 500, Counts = Unit.Steps), CosineRestarts(0.1, steps: 20, LengthFactor = 2)")),
        new("in epochs", Method("Training(Epochs = 30, StepsPerEpoch = 500, Counts = Unit.Epochs), Cyclic(0.001, 0.006, stepsUp: 2)", parameters: "int epoch")),
    ];
}
