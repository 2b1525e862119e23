using LrGen;

namespace Rosetta;

/// <summary>open_clip's <c>scheduler.py</c>: the warm-up has (t + 1)/w, and steps contain it.</summary>
public static partial class OpenClip
{
    /// <summary>"const": the rate after the warm-up.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(0.001)]
    public static partial double ConstLr(long step);

    /// <summary>"const-cooldown": a line to cooldown_end_lr over the last cooldown_steps. It goes on past the end; here it stays.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(0.001, Steps = 1_000 - 100), Cooldown(300, To = 1e-5)]
    public static partial double ConstLrCooldown(long step);

    /// <summary>"const-cooldown" with cooldown_power: a power of the share of the cooldown that is left.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), Constant(0.001, Steps = 1_000 - 100 - 300)]
    [PolynomialDecay(0.001, steps: 300, power: 2, Floor = 1e-5)]
    public static partial double ConstLrCooldownPower(long step);

    /// <summary>"cosine": a half wave after the warm-up; 0 at t = steps. It climbs again past the end; here it stays.</summary>
    [Warmup(100, FirstStep = FirstStep.OneStepIn), CosineDecay(0.001, steps: 1_000 - 100)]
    public static partial double CosineLr(long step);
}
