using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FirstRateZero : RuleSamples
{
    public override string Id => "LRG055";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("warm-up", "Warmup({|LRG055:100|}), Constant(0.1)", "Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(0.1)",
            "At step 0 the rate is 0, so the first update changes nothing; FirstStep.OneStepIn starts one step up the ramp"),
        Mended("a line", "{|LRG055:LinearDecay(0, 0.1, 10)|}, Constant(0.1)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("one step in", Method("Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(0.1)")),
        new("from a rate", Method("Warmup(100, FromRatio = 0.1), Constant(0.1)")),
    ];
}
