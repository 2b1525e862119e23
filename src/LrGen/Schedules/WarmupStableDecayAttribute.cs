namespace LrGen;

/// <summary>
/// A linear rise over <c>warmupSteps</c>, <c>rate</c> over <c>stableSteps</c>, and a fall to the floor over <c>decaySteps</c>: the trapezoid.
/// </summary>
/// <param name="rate">The highest learning rate; above 0 and finite.</param>
/// <param name="warmupSteps">The steps of the rise; above 0, or at run time 0 to begin at the highest rate.</param>
/// <param name="stableSteps">The steps at the highest rate; above 0, or at run time 0 to fall at once.</param>
/// <param name="decaySteps">The steps of the fall; above 0, or at run time 0 for a drop to the floor.</param>
/// <remarks>
/// Before step 0 the rate is <see cref="From"/>; the highest rate begins at t = warmupSteps, and from t = warmupSteps + stableSteps +
/// decaySteps on the rate is the floor. Other warm-ups: a [<see cref="WarmupAttribute"/>] over <see cref="ConstantAttribute"/> and decay phases.
/// Source: Hu and others, "MiniCPM", 2024; Hugging Face <c>warmup_stable_decay</c>, Megatron-LM <c>WSD</c>.
/// </remarks>
/// <example>
/// <code>
/// [WarmupStableDecay(3e-4, warmupSteps: 2_000, stableSteps: 80_000, decaySteps: 18_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class WarmupStableDecayAttribute(double rate = double.NaN, double warmupSteps = double.NaN, double stableSteps = double.NaN, double decaySteps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the highest learning rate.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the steps of the rise.</summary>
    public double WarmupSteps { get; } = warmupSteps;

    /// <summary>Gets the steps at the highest rate.</summary>
    public double StableSteps { get; } = stableSteps;

    /// <summary>Gets the steps of the fall.</summary>
    public double DecaySteps { get; } = decaySteps;

    /// <summary>Gets or sets the rate at step 0; 0 or above. Default 0.</summary>
    public double From { get; set; }

    /// <summary>Gets or sets the shape of the fall. Default <see cref="CooldownShape.Linear"/>.</summary>
    public CooldownShape Cooldown { get; set; }

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }
}
