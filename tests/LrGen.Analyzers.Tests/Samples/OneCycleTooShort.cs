using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class OneCycleTooShort : RuleSamples
{
    public override string Id => "LRG044";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("two steps", "Training(Steps = 60_002), OneCycle(0.1, {|LRG044:60_000|})", "Training(Steps = 60_002), OneCycle(0.1, 60002)",
            "The cycle ends at 60,000 and the training at 60,002; the steps after the cycle run at its last rate, 4e-7"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("the rest of the training", Method("Training(Steps = 50_000), OneCycle(1e-4)")),
        new("longer", Method("Training(Steps = 50_000), OneCycle(1e-4, 50_100)")),
        new("as long", Method("Training(Steps = 50_000), OneCycle(1e-4, 50_000)")),
        new("a phase follows", Method("Training(Steps = 200), OneCycle(0.1, 100), Constant(1e-4)")),
    ];
}
