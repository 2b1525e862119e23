using LrGen;

namespace Rosetta;

/// <summary><c>burn::lr_scheduler</c>; the first call of <c>step()</c> gives the rate at t = 0.</summary>
public static partial class Burn
{
    /// <summary>A line; the final rate at t = num_iters, held.</summary>
    [LinearDecay(0.1, to: 0.001, steps: 800)]
    public static partial double LinearLrScheduler(long step);

    /// <summary>A half wave; min_lr at t = num_iters, and then it climbs again.</summary>
    [CosineDecay(0.1, steps: 400, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineAnnealingLrScheduler(long step);

    /// <summary>Multiplies by gamma at each step and never ends.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ExponentialLrScheduler(long step);

    /// <summary>A staircase; level i begins at t ≥ i · step_size.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double StepLrScheduler(long step);

    /// <summary>The Transformer's schedule, counted from 1: the peak, 0.1 ÷ √(256 · 400) = 0.1 ÷ 320 here, is at t = w − 1.</summary>
    [Warmup(400 - 1, FromRatio = 1.0 / 400), InverseSquareRoot(0.1 / 320, timescale: 400)]
    public static partial double NoamLrScheduler(long step);
}
