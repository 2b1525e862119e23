using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateNeverChanges : RuleSamples
{
    public override string Id => "LRG041";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("divisors of 1", "{|LRG041:OneCycle(2e-4, 100, InitialDivisor = 1, FinalDivisor = 1)|}", "Constant(0.0002)",
            "From step 0 to 99 the rate changes by less than 1 %, from 0.0002 to 0.0002; if that is meant, [Constant] says so"),
        Mended("interval of more than the training", "Training(Steps = 100), {|LRG041:StepDecay(0.1, 1_000, 0.5)|}", "Training(Steps = 100), Constant(0.1)"),
        Mended("floor at the rate", "{|LRG041:CosineDecay(0.1, 100, Floor = 0.1)|}", "Constant(0.1)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("constant", Method("Training(Steps = 100), Constant(0.1)")),
        new("factor of 1 has a rule of its own", Method("Training(Steps = 100), LinearDecay(0.1, 0.1, 100)")),
        new("one level", Method("Training(Steps = 100), StepDecay(0.1, 50, 0.5)")),
    ];
}
