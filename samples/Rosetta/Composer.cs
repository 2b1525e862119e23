using LrGen;

namespace Rosetta;

/// <summary>Composer's schedulers: multipliers of the base rate per batch; an epoch has 5 batches, the training ("dur") 20.</summary>
public static partial class Composer
{
    const int Epoch = 5, Duration = 20, Warm = 4;

    /// <summary>A staircase; level i begins at t ≥ i · step_size.</summary>
    [Golden("G067")]
    [StepDecay(1, every: Epoch, factor: 0.5)]
    public static partial double StepScheduler(long batch);

    /// <summary>With a scale_schedule_ratio of 0.5 every length is halved: 4 batches are 2.</summary>
    [Golden("G080")]
    [StepDecay(1, every: 0.5 * 4, factor: 0.5)]
    public static partial double StepSchedulerScaled(long batch);

    /// <summary>Decays at t ≥ m.</summary>
    [Golden("G068")]
    [MilestoneDecay(1, factor: 0.5, 3, 10)]
    public static partial double MultiStepScheduler(long batch);

    /// <summary>alpha until t_max, and then the base rate.</summary>
    [Golden("G069")]
    [Constant(0.5, Steps = 4), Constant(1)]
    public static partial double ConstantScheduler(long batch);

    /// <summary>A line; alpha_f at t = t_max, held.</summary>
    [Golden("G070")]
    [LinearDecay(1, to: 0, steps: 0.5 * Duration)]
    public static partial double LinearScheduler(long batch);

    /// <summary>gamma over decay_period, smoothly; never ends.</summary>
    [Golden("G071")]
    [ExponentialDecay(1, factor: 0.5, every: Epoch)]
    public static partial double ExponentialScheduler(long batch);

    /// <summary>A half wave; alpha_f at t = t_max, held.</summary>
    [Golden("G072")]
    [CosineDecay(1, steps: Duration, Floor = 0.1)]
    public static partial double CosineAnnealingScheduler(long batch);

    /// <summary>A power of the share that is left; alpha_f at t = t_max, held.</summary>
    [Golden("G074")]
    [PolynomialDecay(1, steps: Duration, power: 2, Floor = 0.1)]
    public static partial double PolynomialScheduler(long batch);

    /// <summary>A warm-up from 0, then a line; t_max contains the warm-up.</summary>
    [Golden("G075")]
    [Warmup(Warm), LinearDecay(1, to: 0, steps: Duration - Warm)]
    public static partial double LinearWithWarmupScheduler(long batch);

    /// <summary>A warm-up from 0, then a half wave; t_max contains the warm-up.</summary>
    [Golden("G076")]
    [Warmup(Warm), CosineDecay(1, steps: Duration - Warm, Floor = 0.1)]
    public static partial double CosineAnnealingWithWarmupScheduler(long batch);

    /// <summary>A warm-up from 0, then a power of the share that is left; t_max contains the warm-up.</summary>
    [Golden("G077")]
    [Warmup(Warm), PolynomialDecay(1, steps: Duration - Warm, power: 2)]
    public static partial double PolynomialWithWarmupScheduler(long batch);

    /// <summary>A warm-up from 0, then decays at milestones that count from batch 0.</summary>
    [Golden("G078")]
    [Warmup(Warm, Join = Join.Overlap), MilestoneDecay(1, factor: 0.5, 8, 12)]
    public static partial double MultiStepWithWarmupScheduler(long batch);

    /// <summary>A warm-up from 0 to alpha, held.</summary>
    [Warmup(100), Constant(0.5)]
    public static partial double ConstantWithWarmupScheduler(long batch);

    /// <summary>
    /// Half waves with t_mult-fold lengths; a restart is at the full multiplier, and alpha_f is never reached at a whole batch.
    /// </summary>
    [CosineRestarts(1, steps: 5, LengthFactor = 2, Floor = 0.1)]
    public static partial double CosineAnnealingWarmRestartsScheduler(long batch);
}
