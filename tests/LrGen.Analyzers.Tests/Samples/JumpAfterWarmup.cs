using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class JumpAfterWarmup : RuleSamples
{
    public override string Id => "LRG054";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("to half", "LinearDecay(0, 1.0, 5), {|LRG054:CosineDecay(0.5, 5)|}", null,
            "The rate jumps by 37.5 % of its peak, from 0.8 to 0.5, where the warm-up meets [CosineDecay]"),
        Mended("schedule underneath", "Warmup(500, Join = {|LRG054:Join.OverlapToFirst|}), CosineDecay(0.1, 1_000)", "Warmup(500, Join = Join.After), CosineDecay(0.1, 1_000)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("after", Method("Warmup(500), CosineDecay(0.1, 1_000)")),
        new("short overlap", Method("Warmup(5, Join = Join.OverlapToFirst), CosineDecay(0.1, 300)")),
        new("restart", Method("CosineDecay(0.1, 10), CosineDecay(0.1, 20)")),
        new("step down", Method("Constant(0.1, Steps = 30), Constant(0.01)")),
        new("constant warm-up", Method("Warmup(400, From = 0.01, Shape = WarmupShape.Constant), Constant(0.1)")),
        new("first step in", Method("Warmup(5, FirstStep = FirstStep.OneStepIn), Constant(0.1)")),
        new("up at the last step", Method("LinearDecay(0.01, 0.1, 5, End = End.LastStep), Constant(0.1)")),
    ];
}
