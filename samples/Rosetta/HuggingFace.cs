using LrGen;

namespace Rosetta;

/// <summary><c>transformers.get_scheduler</c>: multipliers of the base rate; num_training_steps contain the warm-up.</summary>
public static partial class HuggingFace
{
    const int Training = 11, Warm = 3;

    /// <summary>A warm-up from 0, then a line to 0 at t = num_training_steps, held.</summary>
    [Golden("G115")]
    [Warmup(Warm), LinearDecay(1, to: 0, steps: Training - Warm)]
    public static partial double Linear(long step);

    /// <summary>A warm-up from 0, then num_cycles half waves of equal length; 0 from num_training_steps on.</summary>
    [Golden("G117")]
    [Warmup(Warm), CosineRestarts(1, steps: (Training - Warm) / 2.0, Cycles = 2)]
    public static partial double CosineWithRestarts(long step);

    /// <summary>A warm-up from 0, then a half wave to the floor, from which it climbs again past the end.</summary>
    [Golden("G120")]
    [Warmup(Warm), CosineDecay(1, steps: Training - Warm, FloorRatio = 0.1, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineWithMinLr(long step);

    /// <summary>
    /// The warm-up has (t + 1)/w, and the half wave begins at the peak, t = w − 1: all a step earlier than <c>cosine_with_min_lr</c>.
    /// </summary>
    [Golden("G121")]
    [Warmup(Warm - 1, FromRatio = 1.0 / Warm), CosineDecay(1, steps: Training - Warm, FloorRatio = 0.1, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineWarmupWithMinLr(long step);

    /// <summary>The trapezoid with a cosine fall; the warm-up starts at min_lr_ratio, which is also the end.</summary>
    [Golden("G122")]
    [WarmupStableDecay(1, warmupSteps: 3, stableSteps: 4, decaySteps: 4, From = 0.1, Floor = 0.1, Cooldown = CooldownShape.Cosine)]
    public static partial double WarmupStableDecay(long step);

    /// <summary>The trapezoid with a straight fall.</summary>
    [Golden("G123")]
    [WarmupStableDecay(1, warmupSteps: 3, stableSteps: 4, decaySteps: 4, From = 0.1, Floor = 0.1)]
    public static partial double WarmupStableDecayLinear(long step);

    /// <summary>The trapezoid with decay_type 1-sqrt.</summary>
    [WarmupStableDecay(1, 100, 500, 300, From = 0.1, Floor = 0.1, Cooldown = CooldownShape.OneMinusSqrt)]
    public static partial double WarmupStableDecayOneMinusSqrt(long step);

    /// <summary>The trapezoid with warmup_type cosine: its rise is a half wave, from min_lr_ratio too.</summary>
    [Warmup(100, FromRatio = 0.1, Shape = WarmupShape.Cosine), Constant(1, Steps = 500), LinearDecay(1, to: 0.1, steps: 300)]
    public static partial double WarmupStableDecayCosineWarmup(long step);

    /// <summary>The base rate.</summary>
    [Constant(1)]
    public static partial double Constant(long step);

    /// <summary>A warm-up from 0 to the base rate at t = num_warmup_steps, held.</summary>
    [Warmup(100), Constant(1)]
    public static partial double ConstantWithWarmup(long step);

    /// <summary>A warm-up from 0, then a half wave to 0, from which it climbs again past the end.</summary>
    [Warmup(100), CosineDecay(1, steps: 800, AfterEnd = AfterEnd.Oscillate)]
    public static partial double Cosine(long step);

    /// <summary><c>cosine</c> with num_cycles = 1.5: three half waves, down, up and down, each a third as long.</summary>
    [Warmup(100), CosineDecay(1, steps: 810 / (2 * 1.5), AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineNumCycles(long step);

    /// <summary>
    /// A warm-up from 0, then a power of the share that is left; lr_end is absolute, so its share of the base rate stands here.
    /// </summary>
    [Warmup(100), PolynomialDecay(1, steps: 700, power: 2, Floor = 1e-7 / 5e-5)]
    public static partial double Polynomial(long step);

    /// <summary>
    /// A warm-up from 0, then the inverse square root of time; without a timescale it is that of the warm-up. Never ends.
    /// </summary>
    [Warmup(100), InverseSquareRoot(1, timescale: 400)]
    public static partial double InverseSqrt(long step);

    /// <summary>Driven by a metric; PyTorch's scheduler with its defaults.</summary>
    [ReduceOnPlateau(1e-3)]
    public partial struct ReduceLrOnPlateau;

    /// <summary>
    /// Driven by a metric, up and down, and back to the start after 500 reductions at the floor. The defaults of min_lr and max_lr are
    /// 1e-3 and 1, whatever the rate.
    /// </summary>
    [Greedy(0.1, factor: 0.95, patience: 10, Floor = 1e-3)]
    public partial struct Greedy;

    /// <summary><c>GreedyLR</c> with smooth: the mean of the last 50 losses is judged, or of those there are.</summary>
    [Greedy(0.1, factor: 0.95, patience: 10, Floor = 1e-3, Window = 50)]
    public partial struct GreedySmooth;
}
