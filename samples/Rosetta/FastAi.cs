using LrGen;

namespace Rosetta;

/// <summary>
/// <c>fastai.callback.schedule</c>: functions of the share of the training that is done, (batches so far) ÷ n, which never gets to 1.
/// </summary>
public static partial class FastAi
{
    /// <summary>A rate that stays.</summary>
    [Constant(0.001)]
    public static partial double SchedNo(long batch);

    /// <summary>A line; the end would be at batch n.</summary>
    [LinearDecay(0.01, to: 0.001, steps: 1_000)]
    public static partial double SchedLin(long batch);

    /// <summary>A half wave; the end would be at batch n.</summary>
    [CosineDecay(0.01, steps: 1_000, Floor = 0.001)]
    public static partial double SchedCos(long batch);

    /// <summary>start · (end ÷ start)^p: the ratio is that of the whole training.</summary>
    [ExponentialDecay(0.01, factor: 0.001 / 0.01, every: 1_000)]
    public static partial double SchedExp(long batch);

    /// <summary>start + (end − start) · p^power: the power is of the share that is done, not of what is left; here it rises.</summary>
    [Warmup(1_000, From = 0.001, Shape = WarmupShape.Polynomial, Power = 2), Constant(0.01)]
    public static partial double SchedPoly(long batch);

    /// <summary>
    /// Schedules one after the other, each squeezed into its share: <c>combine_scheds([0.3, 0.7], [SchedLin, SchedCos])</c>.
    /// </summary>
    [LinearDecay(0.001, to: 0.01, steps: 300), CosineDecay(0.01, steps: 700, Floor = 0.0001)]
    public static partial double CombineScheds(long batch);

    /// <summary>
    /// Half waves up from lr_max ÷ div to lr_max at pct_start · n, and down to lr_max ÷ div_final: a share of the peak, where PyTorch's
    /// final_div_factor divides the first rate.
    /// </summary>
    [PiecewiseInterpolated(new[] { 0.01 / 25, 0.01, 0.01 / 1e5 }, 250, 1_000, Interpolation = Interpolation.Cosine)]
    public static partial double FitOneCycle(long batch);

    /// <summary>The momentum of <c>fit_one_cycle</c>, against the rate.</summary>
    [Mirror(nameof(FitOneCycle), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public static partial double FitOneCycleMomentum(long batch);

    /// <summary>
    /// <c>fit_one_cycle</c> with lr_max=slice(1e-4, 0.01) for three parameter groups: their peaks are equal ratios apart, from the body
    /// to the head.
    /// </summary>
    [GroupScale(0.01, 0.1, 1)]
    [PiecewiseInterpolated(new[] { 0.01 / 25, 0.01, 0.01 / 1e5 }, 250, 1_000, Interpolation = Interpolation.Cosine)]
    public static partial double FitOneCycleSlice(long batch, int group);

    /// <summary>The rate stays until pct_start · n, then a half wave to lr ÷ div_final.</summary>
    [FlatCosine(0.01, steps: 1_000, FloorRatio = 1e-5)]
    public static partial double FitFlatCos(long batch);

    /// <summary>n_cycles half waves to 0 with cycle_mult-fold lengths.</summary>
    [CosineRestarts(0.01, steps: 100, LengthFactor = 2, Cycles = 4)]
    public static partial double FitSgdr(long batch);

    /// <summary>From start_lr to end_lr by equal ratios; fastai stops before num_it when the loss explodes.</summary>
    [RangeTest(1e-7, to: 10, steps: 1_000)]
    public static partial double LrFind(long batch);
}
