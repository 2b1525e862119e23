using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class ScheduleFreeWithSchedule : RuleSamples
{
    public override string Id => "LRG027";

    public override IEnumerable<Sample> Wrong =>
    [
        MendedClass("a decay", "ScheduleFreeAdamW, {|LRG027:CosineDecay(2.5e-3, 10_000)|}", "ScheduleFreeAdamW, Constant(0.0025)",
            "[ScheduleFreeAdamW] averages its parameters instead of decaying the rate, and with [CosineDecay] both slow it down; give a constant rate"),
        MendedClass("a warm-up", "ScheduleFreeSgd, {|LRG027:Warmup(500)|}, Constant(1)", "ScheduleFreeSgd(WarmupSteps = 500), Constant(1)",
            "[ScheduleFreeSgd] has a warm-up of its own, by which it weighs the average; give WarmupSteps instead of [Warmup]"),
        MendedClass("both", "ScheduleFreeAdamW(WeightDecay = 0.01), Warmup(500), {|LRG027:CosineDecay(2.5e-3, 10_000, Floor = 1e-4)|}",
            "ScheduleFreeAdamW(WeightDecay = 0.01, WarmupSteps = 500), Constant(0.0025)"),
        MendedClass("a warm-up in other words", "Training(Steps = 1_000), {|LRG027:Warmup(Fraction = 0.05)|}, Constant(1e-3), ScheduleFreeAdamW",
            "Training(Steps = 1_000), Constant(1e-3), ScheduleFreeAdamW(WarmupSteps = 50)"),
        MendedClass("two warm-ups", "ScheduleFreeAdamW(WarmupSteps = 100), {|LRG027:Warmup(500)|}, Constant(1e-3)",
            "ScheduleFreeAdamW(WarmupSteps = 100), Constant(1e-3)"),
        MendedClass("a rate that never ends", "ScheduleFreeSgd, {|LRG027:ExponentialDecay(1, factor: 0.9, every: 1_000)|}", "ScheduleFreeSgd, Constant(1)"),
        MendedClass("levels", "ScheduleFreeSgd, {|LRG027:MilestoneDecay(1, 0.1, 30_000, 60_000)|}", "ScheduleFreeSgd, Constant(1)"),
        MendedClass("a rise inside", "ScheduleFreeAdamW, {|LRG027:OneCycle(0.01, 1_000)|}", "ScheduleFreeAdamW, Constant(0.01)"),
        new("a length of run time", Class("ScheduleFreeAdamW, {|LRG027:CosineDecay(2.5e-3)|}", "(double steps);"))
        {
            Fixed = Class("ScheduleFreeAdamW, Constant(0.0025)", "(double steps);"),
        },
        MendedClass("a cooldown", "ScheduleFreeAdamW, {|LRG027:Cooldown(100)|}, Constant(1e-3, Steps = 1_000)", null),
        MendedClass("two levels", "ScheduleFreeAdamW, Constant(1e-3, Steps = 1_000), {|LRG027:Constant(1e-4)|}", null),
        new("a rate of run time", Class("ScheduleFreeAdamW, {|LRG027:LinearDecay(to: 0, steps: 100)|}", "(double from);")),
        new("two optimizers", Two("ScheduleFreeAdamW, {|LRG027:Warmup(500)|}, Constant(1e-3)", "Warmup(20), ScheduleFreeSgd, {|LRG027:CosineDecay(1, 100)|}"))
        {
            Fixed = Two("ScheduleFreeAdamW(WarmupSteps = 500), Constant(1e-3)", "ScheduleFreeSgd(WarmupSteps = 20), Constant(1)"),
        },
        new("two lists", """
            [ScheduleFreeSgd]
            [{|LRG027:Warmup(500)|}]
            [Constant(1)] // The rate.
            sealed partial class Optimizer;
            """) { Fixed = """
            [ScheduleFreeSgd(WarmupSteps = 500)]
            [Constant(1)] // The rate.
            sealed partial class Optimizer;
            """ },
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("its own warm-up", Class("ScheduleFreeAdamW(WarmupSteps = 500), Constant(2.5e-3)")),
        new("of run time", Class("ScheduleFreeAdamW, Constant", "(double rate, double warmupSteps);")),
        new("AdamW", Class("AdamW, Warmup(500), CosineDecay(2.5e-3, 10_000)")),
        new("a search", Class("ScheduleFreeSgd, RangeTest(1e-7, 10, 100)")),
        new("floor at the rate", Class("ScheduleFreeSgd, CosineDecay(1, 100, Floor = 1)")),
        new("a decay of the weight decay", Class("ScheduleFreeAdamW, Constant(1e-3), LinearDecay(0.1, 0, 100, Quantity = Quantity.WeightDecay)")),
        new("a schedule of another target", Method("Warmup(500), CosineDecay(2.5e-3, 10_000), Training(Optimizer = OptimizerKind.ScheduleFree)")),
    ];

    private static string Two(string first, string second) => $$"""
        [{{first}}]
        sealed partial class First;

        [{{second}}]
        sealed partial class Second;
        """;
}
