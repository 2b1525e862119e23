using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WarmupChangesNothing : RuleSamples
{
    public override string Id => "LRG067";

    public override IEnumerable<Sample> Wrong =>
    [
        new("begins at its end", Method("Warmup(100, FromRatio = {|LRG067:1|}), CosineDecay(0.1, steps: 900)"), "With FromRatio = 1 the warm-up begins at the rate that it goes to, and only holds it; give the share to begin with, for example 0.1, or use [Delay]"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("begins at half", Method("Warmup(100, FromRatio = 0.5), CosineDecay(0.1, steps: 900)")),
        new("begins at 0", Method("Warmup(100), CosineDecay(0.1, steps: 900)")),
    ];
}
