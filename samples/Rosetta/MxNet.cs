using LrGen;

namespace Rosetta;

/// <summary><c>mxnet.lr_scheduler</c>, a function of num_update, which MXNet's optimizers count from 1.</summary>
public static partial class MxNet
{
    /// <summary>A staircase a step late: a level begins at t &gt; i · step, so one step at the base rate goes before it.</summary>
    [Golden("G063")]
    [Constant(1, Steps = 1), StepDecay(1, every: 3, factor: 0.5)]
    public static partial double FactorScheduler(long update);

    /// <summary>Decays a step late, at t &gt; m: MXNet's 3 and 6 are 4 and 7 here.</summary>
    [Golden("G064")]
    [MilestoneDecay(1, factor: 0.5, 3 + 1, 6 + 1)]
    public static partial double MultiFactorScheduler(long update);

    /// <summary>The staircase with stop_factor_lr, which is 1e-8 unless given.</summary>
    [Constant(0.1, Steps = 1), StepDecay(0.1, every: 100, factor: 0.5, Floor = 0.002)]
    public static partial double FactorSchedulerStop(long update);

    /// <summary><c>FactorScheduler</c> after a warm-up; its levels count from update 0 all the same.</summary>
#pragma warning disable LRG054 // MXNet warms up to the first level, also where the second has begun.
    [Warmup(150, From = 0.01, Join = Join.OverlapToFirst), Use(nameof(FactorSchedulerStop))]
    public static partial double FactorSchedulerWarmup(long update);
#pragma warning restore LRG054

    /// <summary>
    /// A warm-up from warmup_begin_lr, then a power of the share that is left; final_lr at max_update, which contains the warm-up.
    /// </summary>
    [Warmup(100, From = 0.01), PolynomialDecay(0.1, steps: 900 - 100, power: 2, Floor = 0.001)]
    public static partial double PolyScheduler(long update);

    /// <summary>A warm-up from warmup_begin_lr, then a half wave; final_lr at max_update, which contains the warm-up.</summary>
    [Warmup(100, From = 0.01), CosineDecay(0.1, steps: 900 - 100, Floor = 0.001)]
    public static partial double CosineScheduler(long update);

    /// <summary><c>CosineScheduler</c> with warmup_mode constant: warmup_begin_lr for the whole warm-up.</summary>
    [Warmup(100, From = 0.01, Shape = WarmupShape.Constant), CosineDecay(0.1, steps: 900 - 100, Floor = 0.001)]
    public static partial double CosineSchedulerConstantWarmup(long update);
}
