using LrGen;

namespace Rosetta;

/// <summary>
/// <c>fvcore.common.param_scheduler</c>: functions of the share <c>where</c> of the training that is done, which never gets to 1.
/// </summary>
public static partial class Fvcore
{
    /// <summary>A half wave; the end value would be at where = 1.</summary>
    [Golden("G038", Scale = 8)]
    [CosineDecay(1, steps: 8, Floor = 0.1)]
    public static partial double CosineParamScheduler(long step);

    /// <summary>start · decay^where: the decay is that of the whole training.</summary>
    [Golden("G039", Scale = 8)]
    [ExponentialDecay(1, factor: 0.02, every: 8)]
    public static partial double ExponentialParamScheduler(long step);

    /// <summary>A power of the share that is left.</summary>
    [Golden("G041", Scale = 8)]
    [PolynomialDecay(1, steps: 8, power: 2)]
    public static partial double PolynomialDecayParamScheduler(long step);

    /// <summary>Equal stretches of the training, here thirds of 10 steps: they begin at 10/3 and 20/3, rounded up.</summary>
    [Golden("G043", Scale = 10)]
    [PiecewiseConstant(new[] { 1, 0.5, 0.1 }, 4, 7)]
    public static partial double StepParamScheduler(long step);

    /// <summary>num_decays decays at equal distances, so num_decays + 1 levels in the training.</summary>
    [Golden("G044", Scale = 9)]
    [StepDecay(1, every: 3, factor: 0.1)]
    public static partial double StepWithFixedGammaParamScheduler(long step);

    /// <summary>Schedulers one after the other, each squeezed into its share ("rescaled"); the cosine here rises.</summary>
    [Golden("G045", Scale = 10)]
    [Constant(0.42, Steps = 3), PiecewiseInterpolated(new[] { 0, 1.0 }, 7, Interpolation = Interpolation.Cosine)]
    public static partial double CompositeParamScheduler(long step);

    /// <summary>"Fixed" parts run from where = 0 underneath, so the cosine enters half way and the line leads up to it.</summary>
    [Golden("G046", Scale = 8)]
    [Warmup(4, Join = Join.Overlap), CosineDecay(1, steps: 8)]
    public static partial double CompositeParamSchedulerFixed(long step);

    /// <summary>A rate that stays. fvcore's throws from where = 1 on.</summary>
    [Constant(0.1)]
    public static partial double ConstantParamScheduler(long step);

    /// <summary>A line; the end value would be at where = 1.</summary>
    [LinearDecay(0.1, to: 0.01, steps: 1_000)]
    public static partial double LinearParamScheduler(long step);

    /// <summary>A value for each stretch; the next one begins at t ≥ milestone, of num_updates steps.</summary>
    [PiecewiseConstant(new[] { 0.1, 0.01, 0.001 }, 600, 800)]
    public static partial double MultiStepParamScheduler(long step);

    /// <summary>
    /// detectron2: a line from warmup_factor times the first value to the value that the scheduler underneath has at the join.
    /// </summary>
    [Warmup(100, From = 0.001 * 0.1, Join = Join.Overlap), CosineDecay(0.1, steps: 1_000)]
    public static partial double WarmupParamScheduler(long step);

    /// <summary>detectron2, warmup_method constant: warmup_factor times the first value, until the scheduler underneath is shown.</summary>
    [Warmup(100, From = 0.01 * 0.1, Shape = WarmupShape.Constant, Join = Join.Overlap), CosineDecay(0.1, steps: 1_000)]
    public static partial double WarmupParamSchedulerConstant(long step);

    /// <summary>detectron2, rescale_interval: the scheduler is squeezed into what is left after the warm-up.</summary>
    [Warmup(100, FromRatio = 0.001), CosineDecay(0.1, steps: 1_000 - 100)]
    public static partial double WarmupParamSchedulerRescaled(long step);

    /// <summary>detectron2's first warm-up: the scheduler from step 0 times a factor that rises to 1.</summary>
#pragma warning disable LRG056 // The factor hides nothing: detectron2 decays inside the warm-up, too.
    [Warmup(100, FromRatio = 0.001, Join = Join.Multiply), MilestoneDecay(0.1, factor: 0.1, 60, 800)]
    public static partial double WarmupMultiStepLR(long step);
#pragma warning restore LRG056

    /// <summary>detectron2's first warm-up over a half wave.</summary>
    [Warmup(100, FromRatio = 0.001, Join = Join.Multiply), CosineDecay(0.1, steps: 1_000)]
    public static partial double WarmupCosineLR(long step);
}
