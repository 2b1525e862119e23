namespace LrGen;

/// <summary>
/// A decay by the inverse of time: rate(t) = <c>rate</c> ÷ (1 + <c>decayRate</c> · t ÷ <c>every</c>).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="decayRate">How fast the rate decays: after <paramref name="every"/> steps it is rate ÷ (1 + decayRate); above 0.</param>
/// <param name="every">The steps that one decay rate counts for; above 0. Default 1.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; with <see cref="Steps"/> the rate at that step is held afterwards, without it the
/// rate decays for ever, to 0 or to the floor.
/// Source: Keras <c>InverseTimeDecay</c>, Paddle <c>InverseTimeDecay</c>, Adagrad's <c>lr_decay</c>.
/// </remarks>
/// <example>
/// <code>
/// [InverseTimeDecay(0.1, decayRate: 0.5, every: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class InverseTimeDecayAttribute(double rate = double.NaN, double decayRate = double.NaN, double every = 1) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets how fast the rate decays.</summary>
    public double DecayRate { get; } = decayRate;

    /// <summary>Gets the steps that one decay rate counts for.</summary>
    public double Every { get; } = every;

    /// <summary>Gets or sets whether the rate falls in levels, with ⌊t ÷ every⌋ in place of t ÷ every. Default false: it falls smoothly. From step 2^53 on levels are rounded.</summary>
    public bool Staircase { get; set; }

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
