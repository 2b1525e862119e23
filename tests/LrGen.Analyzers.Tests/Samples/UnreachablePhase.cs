using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnreachablePhase : RuleSamples
{
    /// <summary>Phases of less than a step are what another rule speaks of.</summary>
    private const string Short = "#pragma warning disable LRG053\n";

    public override string Id => "LRG018";

    public override IEnumerable<Sample> Wrong =>
    [
        new("between two steps", Method("Constant(0.1, Steps = 10.2), {|LRG018:Constant(0.5, Steps = 0.5)|}, CosineDecay(0.1, 90)"),
            "[Constant] is never reached: it would hold from step 10.2 to 10.7, and no whole step lies there"),
        new("under a warm-up", Method("Warmup(20, Join = Join.Overlap), {|LRG018:LinearDecay(0.1, 0.05, 15)|}, CosineDecay(0.05, 90)"),
            "[LinearDecay] is never reached: the warm-up of 20 steps covers all of it; shorten the warm-up, or let it come before with Join.After"),
        new("under a warm-up to the first", Method("Warmup(20, Join = Join.OverlapToFirst), {|LRG018:Constant(0.1, Steps = 20)|}, CosineDecay(0.05, 90)")),
        new("of a struct", Struct("Constant(0.1, Steps = 3), {|LRG018:Constant(0.5, Steps = 1e-3)|}, Constant(0.2, Steps = 4), Constant(0.1)").Replace("Steps = 3)", "Steps = 2.5)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("around one step", Short + Method("Constant(0.1, Steps = 9.8), Constant(0.5, Steps = 0.5), CosineDecay(0.1, 90)")),
        new("a multiplied warm-up hides nothing", Method("Warmup(20, Join = Join.Multiply), LinearDecay(0.1, 0.05, 15), CosineDecay(0.05, 90)")),
        new("a warm-up before", Method("Warmup(20), LinearDecay(0.1, 0.05, 15), CosineDecay(0.05, 90)")),
        new("a last phase has its end value", Short + Method("Constant(0.1, Steps = 10.2), LinearDecay(0.1, 0.05, 0.5)")),
    ];
}
