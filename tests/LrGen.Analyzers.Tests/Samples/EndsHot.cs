using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class EndsHot : RuleSamples
{
    public override string Id => "LRG046";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("equal cycles", "Training(Steps = 24), CosineRestarts(0.1, {|LRG046:10|})", "Training(Steps = 24), CosineRestarts(0.1, 8)",
            "The training ends at 79.4 % of the peak of its last cycle; the cycle ends at 30"),
        Mended("growing cycles", "Training(Steps = 100), CosineRestarts(0.1, {|LRG046:10|}, LengthFactor = 2)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("at the end of a cycle", Method("Training(Steps = 30), CosineRestarts(0.1, 10)")),
        new("SGDR", Method("Training(Steps = 150), CosineRestarts(0.05, 10, LengthFactor = 2)")),
        new("cool half", Method("Training(Steps = 28), CosineRestarts(0.1, 10)")),
    ];
}
