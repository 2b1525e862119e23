using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateNeverChanges : RuleSamples
{
    public override string Id => "LRG041";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("divisors of 1", "{|LRG041:OneCycle(2e-4, 100, InitialDivisor = 1, FinalDivisor = 1)|}", "Constant(0.0002)",
            "From step 0 to 99 the rate stays between 0.0002 and 0.0002, which differ by less than 1 %; if that is meant, [Constant] says so"),
        Mended("interval of more than the training", "Training(Steps = 100), {|LRG041:StepDecay(0.1, 1_000, 0.5)|}", "Training(Steps = 100), Constant(0.1)"),
        Mended("floor at the rate", "{|LRG041:CosineDecay(0.1, 100, Floor = 0.1)|}", "Constant(0.1)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("triangles", Method("Training(Steps = 1600), Cyclic(0.1, 1, 50)")),
        new("a triangle and back", Method("Training(Steps = 101), Cyclic(0.1, 1, 50)")),
        new("oscillation", Method("Training(Steps = 1601), CosineDecay(0.1, 50, AfterEnd = AfterEnd.Oscillate)")),
        new("restarts", Method("Training(Steps = 1600), CosineRestarts(0.1, 100)")),
        new("one step", Method("Training(Steps = 1), LinearDecay(0.001, 0, 1)")),
        new("constant", Method("Training(Steps = 100), Constant(0.1)")),
        new("factor of 1 has a rule of its own", Method("Training(Steps = 100), LinearDecay(0.1, 0.1, 100)")),
        new("one level", Method("Training(Steps = 100), StepDecay(0.1, 50, 0.5)")),
    ];
}
