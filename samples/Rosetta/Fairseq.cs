using LrGen;

namespace Rosetta;

/// <summary>
/// <c>fairseq.optim.lr_scheduler</c>, functions of the updates that are done; lengths contain the warm-up only where the line says so.
/// </summary>
public static partial class Fairseq
{
    /// <summary>A warm-up by (t + 1)/w, which has the whole rate at t = w − 1; lr_shrink and force_anneal act by epochs.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(5e-4)]
    public static partial double Fixed(long update);

    /// <summary>A rate for each range of updates (or epochs).</summary>
    [PiecewiseConstant(new[] { 0.001, 5e-4, 1e-4 }, 300, 600)]
    public static partial double Manual(long update);

    /// <summary>A warm-up from min_lr, then levels that count from its end, never below min_lr.</summary>
    [Clamp(low: 1e-5), Warmup(100, From = 1e-5), StepDecay(5e-4, every: 200, factor: 0.1)]
    public static partial double Step(long update);

    /// <summary>
    /// A warm-up from min_lr, then half waves t_mult-fold as long, of which top and floor shrink by lr_shrink; here with min_lr = 0.
    /// </summary>
    [Warmup(100), CosineRestarts(5e-4, steps: 100, LengthFactor = 2, Amplitude = 0.1)]
    public static partial double Cosine(long update);

    /// <summary>A line up in half of lr_period_updates and down again; with lr_shrink = 1 all triangles are as high.</summary>
    [Cyclic(1e-5, high: 5e-4, stepsUp: 125)]
    public static partial double Triangular(long update);

    [Cyclic(0, high: 5e-4, stepsUp: 125, Amplitude = CycleAmplitude.Halving)]
    private static partial double ToMaxLr(long update);

    [PiecewiseInterpolated(new[] { 1e-5, 0, 1e-5 }, 125, 250, AfterEnd = AfterEnd.Repeat)]
    private static partial double FromLr(long update);

    /// <summary><c>triangular</c> with lr_shrink: max_lr shrinks, lr does not, so each has triangles of its own.</summary>
    [Sum(nameof(ToMaxLr), nameof(FromLr))]
    public static partial double TriangularShrink(long update);

    /// <summary>A warm-up from 0, then lr · √(w ÷ t); never ends.</summary>
    [Warmup(100), InverseSquareRoot(5e-4, timescale: 100)]
    public static partial double InverseSqrt(long update);

    /// <summary>
    /// A warm-up from 0, then a power of the share that is left; end_learning_rate at total_num_update, which contains the warm-up. Only
    /// the first update differs: fairseq starts with lr ÷ w.
    /// </summary>
    [Warmup(100), PolynomialDecay(5e-4, steps: 900 - 100, power: 1, Floor = 1e-5)]
    public static partial double PolynomialDecay(long update);

    /// <summary>A line from init_lr_scale, the rate, and a fall by equal ratios to final_lr_scale, held.</summary>
    [TriStage(5e-4, warmupSteps: 100, holdSteps: 400, decaySteps: 400)]
    public static partial double TriStage(long update);

    /// <summary>Driven by the loss of the validation; PyTorch's scheduler with a patience of 0: each epoch that is no better counts.</summary>
    [ReduceOnPlateau(5e-4, factor: 0.1, patience: 0)]
    public partial struct ReduceLrOnPlateau;

    /// <summary>
    /// <c>reduce_lr_on_plateau</c> with warmup_updates, which last until t = w; before their end fairseq hears no metric, so report none. The
    /// smallest change is one of the rate there, of its share here.
    /// </summary>
    [ReduceOnPlateau(factor: 0.5, patience: 0, Epsilon = 1e-8 / 5e-4), Warmup(100), Constant(5e-4)]
    public partial struct ReduceLrOnPlateauWarmup;
}
