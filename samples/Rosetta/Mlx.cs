using LrGen;

namespace Rosetta;

/// <summary><c>mlx.optimizers.schedulers</c>, functions of the 0-based step.</summary>
public static partial class Mlx
{
    /// <summary>Multiplies by decay_rate at each step and never ends.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ExponentialDecay(long step);

    /// <summary>A staircase; level i begins at t ≥ i · step_size.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double StepDecay(long step);

    /// <summary>A half wave; end at t = decay_steps, held.</summary>
    [CosineDecay(0.1, steps: 800, Floor = 0.001)]
    public static partial double CosineDecay(long step);

    /// <summary>A line; end at t = steps, held.</summary>
    [LinearDecay(1e-4, to: 0.1, steps: 800)]
    public static partial double LinearSchedule(long step);

    /// <summary>Schedules one after the other; at t ≥ boundary the next one begins from its own step 0.</summary>
    [LinearDecay(1e-4, to: 0.1, steps: 100), CosineDecay(0.1, steps: 800, Floor = 0.001)]
    public static partial double JoinSchedules(long step);
}
