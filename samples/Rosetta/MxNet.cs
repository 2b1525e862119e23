using LrGen;

namespace Rosetta;

/// <summary>
/// <c>mxnet.lr_scheduler</c>, a function of num_update, which MXNet's optimizers count from 1: update t has the rate of num_update t + 1.
/// </summary>
public static partial class MxNet
{
    /// <summary>A staircase; a level begins at num_update &gt; i · step, which is t ≥ i · step.</summary>
    [Golden("G063", CountsFrom = 1)]
    [StepDecay(1, every: 3, factor: 0.5)]
    public static partial double FactorScheduler(long update);

    /// <summary>Decays at num_update &gt; m, which is t ≥ m.</summary>
    [Golden("G064", CountsFrom = 1)]
    [MilestoneDecay(1, factor: 0.5, 3, 6)]
    public static partial double MultiFactorScheduler(long update);

    /// <summary>The staircase with stop_factor_lr, which is 1e-8 unless given.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5, Floor = 0.002)]
    public static partial double FactorSchedulerStop(long update);

    /// <summary>
    /// <c>FactorScheduler</c> after a warm-up, here of 150, which is one of its steps up at t = 0; its levels count from the start all the same.
    /// </summary>
#pragma warning disable LRG054 // MXNet warms up to the first level, also where the second has begun.
    [Warmup(150 - 1, From = 0.01 + 0.09 / 150, Join = Join.OverlapToFirst), Use(nameof(FactorSchedulerStop))]
    public static partial double FactorSchedulerWarmup(long update);
#pragma warning restore LRG054

    /// <summary>
    /// A warm-up from warmup_begin_lr, then a power of the share that is left; final_lr at max_update, which contains the warm-up. All of it is
    /// one step ahead, which <c>Delay(-1)</c> says.
    /// </summary>
    [Delay(-1), Warmup(100, From = 0.01), PolynomialDecay(0.1, steps: 900 - 100, power: 2, Floor = 0.001)]
    public static partial double PolyScheduler(long update);

    /// <summary>A warm-up from warmup_begin_lr, then a half wave; final_lr at max_update, which contains the warm-up; one step ahead.</summary>
    [Delay(-1), Warmup(100, From = 0.01), CosineDecay(0.1, steps: 900 - 100, Floor = 0.001)]
    public static partial double CosineScheduler(long update);

    /// <summary><c>CosineScheduler</c> with warmup_mode constant: warmup_begin_lr for the whole warm-up, which has one update less.</summary>
    [Delay(-1), Warmup(100, From = 0.01, Shape = WarmupShape.Constant), CosineDecay(0.1, steps: 900 - 100, Floor = 0.001)]
    public static partial double CosineSchedulerConstantWarmup(long update);
}
