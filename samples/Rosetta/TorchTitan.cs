using LrGen;

namespace Rosetta;

/// <summary>
/// torchtitan's warm-up, stable and decay: multipliers. The first update has 1/w, the last one (t = total − 1) is a step short of the end.
/// </summary>
public static partial class TorchTitan
{
    /// <summary>decay_type linear; min_lr_factor at t = total_steps, which is never trained.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(1, Steps = 1_000 - 100 - 300), LinearDecay(1, to: 0.1, steps: 300)]
    public static partial double Linear(long step);

    /// <summary>decay_type sqrt: 1 − √x.</summary>
    [WarmupStableDecay(1, 100 - 1, 1_000 - 100 - 300 + 1, 300, From = 1.0 / 100, Floor = 0.1, Cooldown = CooldownShape.OneMinusSqrt)]
    public static partial double Sqrt(long step);

    /// <summary>decay_type cosine.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(1, Steps = 1_000 - 100 - 300), CosineDecay(1, steps: 300, Floor = 0.1)]
    public static partial double Cosine(long step);
}
