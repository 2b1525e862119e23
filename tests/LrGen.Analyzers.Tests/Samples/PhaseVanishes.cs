using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PhaseVanishes : RuleSamples
{
    public override string Id => "LRG035";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("inner", "Constant(0.1, Steps = {|LRG035:0|}), CosineDecay(0.1, 100)", "CosineDecay(0.1, 100)",
            "[Constant] has a length of 0 and never holds; delete the phase"),
        new("cycles that shrink", Method("CosineRestarts(0.1, 10, LengthFactor = {|LRG035:0.5|})"),
            "'LengthFactor' is 0.5; it has to be 1 or above, or the cycles shrink to ones of no length"),
        Mended("first of two", "CosineDecay(0.1, {|LRG035:0|}), Constant(0.01)", "Constant(0.01)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("of length 1", Method("Constant(0.1, Steps = 1), CosineDecay(0.1, 100)")),
        new("one phase", Method("CosineDecay(0.1, 100)")),
    ];
}
