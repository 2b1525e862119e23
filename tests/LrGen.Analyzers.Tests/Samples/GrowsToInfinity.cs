using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class GrowsToInfinity : RuleSamples
{
    private const string WayOut = "; let it end before, with 'Steps', or hold it with [Clamp] 'high'";

    private const string Growing = "#pragma warning disable LRG030\n";

    public override string Id => "LRG028";

    public override IEnumerable<Sample> Wrong =>
    [
        new("at once", Method("Scale({|LRG028:2|}), Constant(1.7976931348623157e308)"), "From step 0 on the rate is infinite: no double holds it" + WayOut),
        new("before it falls", Method("Scale({|LRG028:10|}), StepDecay(1e308, 10, 0.5)"),
            "From step 0 on the rate is infinite: no double holds it" + WayOut),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("after the training", Growing + Method("Training(Steps = 1024), ExponentialDecay(1, 2)")),
        new("that ends", Growing + Method("ExponentialDecay(1e-6, 2, Steps = 100)")),
        new("held", Growing + Method("Clamp(high: 1), ExponentialDecay(1e-6, 2)")),
        new("largest double", Method("Constant(1.7976931348623157e308, Quantity = Quantity.Other)")),
        new("a factor that another rule speaks of", Growing + Method("StepDecay(1e-6, 4, factor: 2)")),
    ];
}
