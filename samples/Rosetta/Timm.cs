using LrGen;

namespace Rosetta;

/// <summary><c>timm.scheduler</c>, a function of the epoch.</summary>
public static partial class Timm
{
    /// <summary>With warmup_prefix=False the half wave runs from epoch 0 underneath, and the rate drops at the join.</summary>
    [Golden("G026")]
#pragma warning disable LRG054 // timm drops to the half wave underneath.
    [Warmup(3, From = 0.01, Join = Join.OverlapToFirst), CosineDecay(1, steps: 8, Floor = 0.1)]
    public static partial double CosineLRScheduler(long epoch);
#pragma warning restore LRG054

    /// <summary>With warmup_prefix=True the half wave begins after the warm-up; lr_min at t = warmup_t + t_initial, held.</summary>
    [Golden("G027")]
    [Warmup(3, From = 0.01), CosineDecay(1, steps: 8, Floor = 0.1)]
    public static partial double CosineLRSchedulerPrefix(long epoch);

    /// <summary>cycle_limit half waves with cycle_mul-fold lengths and tops of cycle_decay; lr_min afterwards.</summary>
    [Golden("G028")]
    [CosineRestarts(1, steps: 4, LengthFactor = 2, Amplitude = 0.5, Cycles = 2, Floor = 0.1)]
    public static partial double CosineLRSchedulerCycles(long epoch);

    /// <summary>A half wave over t^k instead of t (k_decay); lr_min at t = t_initial, held.</summary>
    [Golden("G029")]
    [CosineDecay(1, steps: 8, TimePower = 1.5)]
    public static partial double CosineLRSchedulerKDecay(long epoch);

    /// <summary>A tangent from lb = −7 to ub = 3 underneath; the warm-up aims at its value at warmup_t. lr_min at t = t_initial, held.</summary>
    [Golden("G031")]
    [Warmup(3, From = 0.01, Join = Join.Overlap), TanhDecay(1, steps: 8, Floor = 0.1)]
    public static partial double TanhLRScheduler(long epoch);

    /// <summary>A power of the share that is left, over t^k instead of t (k_decay), after a warm-up with warmup_prefix=True.</summary>
    [Golden("G033")]
    [Warmup(2), PolynomialDecay(1, steps: 8, power: 2, Floor = 0.1, TimePower = 1.5)]
    public static partial double PolyLRSchedulerKDecay(long epoch);

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

    /// <summary>A half wave without a warm-up; lr_min at t = t_initial, held.</summary>
    [CosineDecay(0.05, steps: 800, Floor = 1e-5)]
    public static partial double CosineLRSchedulerPlain(long epoch);

    /// <summary>The staircase with warmup_prefix=False: its levels count from epoch 0, the warm-up aims at the base rate.</summary>
    [Warmup(50, From = 0.001, Join = Join.OverlapToFirst), StepDecay(0.05, every: 90, factor: 0.8)]
    public static partial double StepLRSchedulerOverlap(long epoch);

    /// <summary>Milestones after a warm-up: they count from its end, and one epoch early as well.</summary>
    [Warmup(50, From = 0.001), MilestoneDecay(0.05, factor: 0.1, 300 - 1, 600 - 1)]
    public static partial double MultiStepLRSchedulerWarmup(long epoch);

    /// <summary>A power of the share that is left, the square root by default; lr_min at t = t_initial, held.</summary>
    [PolynomialDecay(0.05, steps: 800, power: 0.5, Floor = 1e-5)]
    public static partial double PolyLRScheduler(long epoch);

    /// <summary>With warmup_prefix=False the polynomial runs from epoch 0 underneath, and the rate drops at the join.</summary>
    [Warmup(50, From = 0.001, Join = Join.OverlapToFirst), PolynomialDecay(0.05, steps: 800, power: 0.9, Floor = 1e-5)]
    public static partial double PolyLRSchedulerOverlap(long epoch);

    /// <summary>layer_decay: each layer has the rate of the next times the factor, the head (here layer 2) that of the schedule.</summary>
    [LayerDecay(0.75, layers: 3), Warmup(50, From = 0.001), CosineDecay(0.05, steps: 750, Floor = 1e-5)]
    public static partial double CosineLRSchedulerLayers(long epoch, int layer);

    /// <summary>Driven by a metric, by default one that should rise (mode max); otherwise PyTorch's.</summary>
    [ReduceOnPlateau(0.05, factor: 0.1, patience: 10, Mode = MetricMode.Max, Floor = 1e-5)]
    public partial struct PlateauLRScheduler;
}
