using LrGen;

namespace Rosetta;

/// <summary>Megatron-LM's <c>OptimizerParamScheduler</c>, by lr_decay_style; lr_decay_steps contain the warm-up.</summary>
public static partial class Megatron
{
    const int Warm = 3, Decay = 11 - Warm;

    /// <summary>A warm-up from init_lr = 0, then a line to min_lr at t = lr_decay_steps, held.</summary>
    [Golden("G056")]
    [Warmup(Warm), LinearDecay(1, to: 0.1, steps: Decay)]
    public static partial double Linear(long step);

    /// <summary>A warm-up from 0, then a half wave to min_lr at t = lr_decay_steps, held.</summary>
    [Golden("G057")]
    [Warmup(Warm), CosineDecay(1, steps: Decay, Floor = 0.1)]
    public static partial double Cosine(long step);

    /// <summary>A warm-up from 0, then max_lr · √(w ÷ t); past lr_decay_steps (t &gt; m) it drops to min_lr.</summary>
    [Golden("G058")]
    [Warmup(Warm), InverseSquareRoot(1, timescale: Warm, Floor = 0.1, Steps = Decay + 1), Constant(0.1)]
    public static partial double InverseSquareRoot(long step);

    /// <summary>The trapezoid; the fall ends at t = lr_decay_steps.</summary>
    [Golden("G059")]
    [WarmupStableDecay(1, warmupSteps: Warm, stableSteps: Decay - 4, decaySteps: 4, Floor = 0.1)]
    public static partial double Wsd(long step);

    /// <summary>The trapezoid with lr_wsd_decay_style exponential: 2 · ½^x − 1.</summary>
    [Golden("G061")]
    [WarmupStableDecay(1, warmupSteps: Warm, stableSteps: Decay - 4, decaySteps: 4, Floor = 0.1, Cooldown = CooldownShape.Halving)]
    public static partial double WsdExponential(long step);

    /// <summary>The trapezoid with lr_wsd_decay_style minus_sqrt.</summary>
    [Golden("G062")]
    [WarmupStableDecay(1, warmupSteps: Warm, stableSteps: Decay - 4, decaySteps: 4, Floor = 0.1, Cooldown = CooldownShape.OneMinusSqrt)]
    public static partial double WsdMinusSqrt(long step);

    /// <summary>The weight decay beside every rate above: a half wave upwards over wd_incr_steps, held.</summary>
    [Golden("G056", Column = "weight_decay"), Golden("G057", Column = "weight_decay"), Golden("G058", Column = "weight_decay")]
    [Golden("G059", Column = "weight_decay"), Golden("G061", Column = "weight_decay"), Golden("G062", Column = "weight_decay")]
    [PiecewiseInterpolated(new[] { 0.01, 0.1 }, 10, Interpolation = Interpolation.Cosine, Quantity = Quantity.WeightDecay)]
    public static partial double WeightDecay(long step);

    /// <summary>A warm-up from 0 to max_lr at t = lr_warmup_steps, held.</summary>
    [Warmup(100), Constant(3e-4)]
    public static partial double Constant(long step);

    /// <summary>The trapezoid with lr_wsd_decay_style cosine; the warm-up from init_lr.</summary>
    [WarmupStableDecay(3e-4, 100, 500, 300, From = 1e-5, Floor = 3e-5, Cooldown = CooldownShape.Cosine)]
    public static partial double WsdCosine(long step);

    /// <summary>The weight decay with wd_incr_style linear: a line over wd_incr_steps, held.</summary>
    [LinearDecay(0.01, to: 0.1, steps: 900, Quantity = Quantity.WeightDecay)]
    public static partial double WeightDecayLinear(long step);
}
