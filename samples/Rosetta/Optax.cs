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

    /// <summary>
    /// <c>exponential_decay(staircase=True)</c>: counts from transition_begin, the next level begins at t ≥ its start; end_value is the
    /// floor.
    /// </summary>
    [Golden("G004")]
    [ExponentialDecay(1, factor: 0.5, every: 4, Staircase = true, Begin = 2, Floor = 0.2)]
    public static partial double ExponentialDecayStaircase(long step);

    /// <summary>Lines to the peak at 0.3, back at 0.85 and to the end at t = transition_steps: a step later than PyTorch's.</summary>
    [Golden("G009")]
    [PiecewiseInterpolated(new[] { 0.04, 1, 0.04, 4e-6 }, 6, 17, 20)]
    public static partial double LinearOnecycleSchedule(long step);

    /// <summary>A rate that stays.</summary>
    [Constant(0.1)]
    public static partial double ConstantSchedule(long step);

    /// <summary>
    /// <c>linear_schedule</c> with transition_begin: init_value until then, end_value at transition_begin + transition_steps.
    /// </summary>
    [Constant(0.1, Steps = 200), LinearDecay(0.1, to: 0.01, steps: 600)]
    public static partial double LinearScheduleBegin(long step);

    /// <summary>A power of the share that is left; end_value at t = transition_steps, held. It counts from transition_begin.</summary>
    [Constant(0.1, Steps = 100), PolynomialDecay(0.1, steps: 700, power: 2, Floor = 0.01)]
    public static partial double PolynomialSchedule(long step);

    /// <summary>The value is multiplied by a scale at each boundary, t ≥ boundary; the scales are factors, not rates.</summary>
    [PiecewiseConstant(new[] { 0.1, 0.1 * 0.5, 0.1 * 0.5 * 0.2 }, 300, 600)]
    public static partial double PiecewiseConstantSchedule(long step);

    /// <summary>Lines between values at boundaries, each the last one times a scale; the last value is held.</summary>
    [PiecewiseInterpolated(new[] { 0.1, 0.1 * 0.5, 0.1 * 0.5 * 0.2 }, 300, 800)]
    public static partial double PiecewiseInterpolateSchedule(long step);

    /// <summary><c>piecewise_interpolate_schedule("cosine", …)</c>: half waves instead of lines.</summary>
    [PiecewiseInterpolated(new[] { 0.1, 0.1 * 0.5, 0.1 * 0.5 * 0.2 }, 300, 800, Interpolation = Interpolation.Cosine)]
    public static partial double PiecewiseInterpolateScheduleCosine(long step);

    /// <summary>A half wave; alpha is the end as a share of init_value, reached at t = decay_steps and held.</summary>
    [CosineDecay(0.1, steps: 800, FloorRatio = 0.05)]
    public static partial double CosineDecaySchedule(long step);

    /// <summary>
    /// Half waves to the peak at ⌊pct_start · transition_steps⌋ and to peak ÷ (div_factor · final_div_factor) at transition_steps: a step
    /// later than PyTorch's.
    /// </summary>
    [PiecewiseInterpolated(new[] { 0.1 / 25, 0.1, 0.1 / 25 / 1e4 }, 270, 900, Interpolation = Interpolation.Cosine)]
    public static partial double CosineOnecycleSchedule(long step);

    /// <summary>A warm-up from init_value to peak_value at t = warmup_steps, held.</summary>
    [Warmup(100, From = 0.01), Constant(0.1)]
    public static partial double WarmupConstantSchedule(long step);

    /// <summary>Schedules one after the other; at t ≥ boundary the next one begins from its own step 0.</summary>
    [LinearDecay(0.01, to: 0.1, steps: 100), Constant(0.1, Steps = 400), ExponentialDecay(0.1, factor: 0.5, every: 100)]
    public static partial double JoinSchedules(long step);

    /// <summary>A power of the half wave: exponent acts on (1 + cos) ÷ 2.</summary>
    [Golden("G006")]
    [CosineDecay(1, steps: 8, FloorRatio = 0.1, Exponent = 2)]
    public static partial double CosineDecayScheduleExponent(long step);

    /// <summary>A warm-up, then a half wave; decay_steps contain the warm-up, so 12 with 4 of warm-up is 8 here.</summary>
    [Golden("G012")]
    [Warmup(4), CosineDecay(1, steps: 12 - 4, Floor = 0.1)]
    public static partial double WarmupCosineDecaySchedule(long step);

    /// <summary>A warm-up, then a decay by equal ratios that counts from the end of the warm-up.</summary>
    [Golden("G013")]
    [Warmup(4), ExponentialDecay(1, factor: 0.5, every: 4)]
    public static partial double WarmupExponentialDecaySchedule(long step);

    [Warmup(2), CosineDecay(1, steps: 6 - 2)]
    private static partial double Cycle(long step);

    /// <summary>Warm-up and half wave, twice; each decay_steps contain their warm-up. Cycles that differ are a <c>[Use]</c> each.</summary>
    [Golden("G014")]
    [Use(nameof(Cycle)), Repeat(2)]
    public static partial double SgdrSchedule(long step);

    /// <summary>
    /// Driven by a metric, a scale of any schedule: falls after exactly as many bad values as the patience.
    /// </summary>
    [ReduceOnPlateau(factor: 0.5, patience: 3, Dialect = PlateauDialect.Optax, Cooldown = 2, FloorRatio = 0.01), Constant(0.1)]
    public partial struct ReduceOnPlateau;

    /// <summary>
    /// <c>reduce_on_plateau</c> with accumulation_size, for losses of batches: means are judged, and patience and cooldown count means. rtol is
    /// the threshold, atol the absolute one.
    /// </summary>
    [ReduceOnPlateau(factor: 0.5, patience: 3, Dialect = PlateauDialect.Optax, AccumulationSize = 4, AbsoluteThreshold = 0.001), Constant(0.1)]
    public partial struct ReduceOnPlateauAccumulated;
}
