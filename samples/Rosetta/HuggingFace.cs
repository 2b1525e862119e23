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

    /// <summary>The warm-up has (t + 1)/w, and the half wave begins at the peak, t = w − 1: all a step earlier than <c>cosine_with_min_lr</c>.</summary>
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
}
