using LrGen;

namespace Rosetta;

/// <summary>Optax schedules, functions of the 0-based update count; ends are reached at t = transition_steps and held.</summary>
public static partial class Optax
{
    /// <summary>A line from init_value to end_value; it may rise.</summary>
    [Golden("G001")]
    [LinearDecay(0, to: 1, steps: 4)]
    public static partial double LinearSchedule(long step);

    /// <summary>A decay by decay_rate over transition_steps; never ends.</summary>
    [Golden("G003")]
    [ExponentialDecay(1, factor: 0.5, every: 4)]
    public static partial double ExponentialDecay(long step);

    /// <summary><c>exponential_decay(staircase=True)</c>: counts from transition_begin, the next level begins at t ≥ its start; end_value is the floor.</summary>
    [Golden("G004")]
    [ExponentialDecay(1, factor: 0.5, every: 4, Staircase = true, Begin = 2, Floor = 0.2)]
    public static partial double ExponentialDecayStaircase(long step);

    /// <summary>Lines to the peak at 0.3, back at 0.85 and to the end at t = transition_steps: a step later than PyTorch's.</summary>
    [Golden("G009")]
    [PiecewiseInterpolated(new[] { 0.04, 1, 0.04, 4e-6 }, new[] { 6.0, 17, 20 })]
    public static partial double LinearOnecycleSchedule(long step);

    /// <summary>A warm-up, then a half wave; decay_steps contain the warm-up, so 12 with 4 of warm-up is 8 here.</summary>
    [Warmup(4), CosineDecay(1, steps: 12 - 4, Floor = 0.1)]
    public static partial double WarmupCosineDecaySchedule(long step);

    /// <summary>A warm-up, then a decay by equal ratios that counts from the end of the warm-up.</summary>
    [Golden("G013")]
    [Warmup(4), ExponentialDecay(1, factor: 0.5, every: 4)]
    public static partial double WarmupExponentialDecaySchedule(long step);

    /// <summary>Warm-up and half wave, twice; each decay_steps contain their warm-up.</summary>
    [Golden("G014")]
    [LinearDecay(0, to: 1, steps: 2), CosineDecay(1, steps: 6 - 2)]
    [LinearDecay(0, to: 1, steps: 2), CosineDecay(1, steps: 6 - 2)]
    public static partial double SgdrSchedule(long step);
}
