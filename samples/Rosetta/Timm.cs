using LrGen;

namespace Rosetta;

/// <summary><c>timm.scheduler</c>, a function of the epoch.</summary>
public static partial class Timm
{
    /// <summary>With warmup_prefix=False the half wave runs from epoch 0 underneath, and the rate drops at the join.</summary>
    [Golden("G026")]
    [Warmup(3, From = 0.01, Join = Join.OverlapToFirst), CosineDecay(1, steps: 8, Floor = 0.1)]
    public static partial double CosineLRScheduler(long epoch);

    /// <summary>With warmup_prefix=True the half wave begins after the warm-up; lr_min at t = warmup_t + t_initial, held.</summary>
    [Golden("G027")]
    [Warmup(3, From = 0.01), CosineDecay(1, steps: 8, Floor = 0.1)]
    public static partial double CosineLRSchedulerPrefix(long epoch);

    /// <summary>cycle_limit half waves with cycle_mul-fold lengths and tops of cycle_decay; lr_min afterwards.</summary>
    [Golden("G028")]
    [CosineRestarts(1, steps: 4, LengthFactor = 2, Amplitude = 0.5, Cycles = 2, Floor = 0.1)]
    public static partial double CosineLRSchedulerCycles(long epoch);

    /// <summary>A staircase; level i begins at t ≥ i · decay_t.</summary>
    [Golden("G034")]
    [StepDecay(1, every: 3, factor: 0.5)]
    public static partial double StepLRScheduler(long epoch);

    /// <summary>The staircase after a warm-up from warmup_lr_init = 0; its levels count from the end of the warm-up.</summary>
    [Golden("G035")]
    [Warmup(2), StepDecay(1, every: 3, factor: 0.5)]
    public static partial double StepLRSchedulerWarmup(long epoch);

    /// <summary>Decays one epoch early, at t ≥ m − 1: timm's 3 and 6 are 2 and 5 here.</summary>
    [Golden("G036")]
    [MilestoneDecay(1, factor: 0.5, 3 - 1, 6 - 1)]
    public static partial double MultiStepLRScheduler(long epoch);
}
