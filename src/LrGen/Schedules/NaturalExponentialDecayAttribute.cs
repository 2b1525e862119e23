namespace LrGen;

/// <summary>
/// A decay by powers of e: rate(t) = <c>rate</c> · e^(−<c>decayRate</c> · t ÷ <c>every</c>).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="decayRate">The exponent over <paramref name="every"/> steps; above 0.</param>
/// <param name="every">The steps over which the rate is divided by e^<paramref name="decayRate"/>; above 0. Default 1.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; with <see cref="Steps"/> the rate at that step is held afterwards, without it the
/// rate decays for ever. A rate below the smallest normal <see cref="double"/>, 2.2e-308, is 0.
/// Source: Paddle <c>NaturalExpDecay</c>; gpt-neox' <c>exponential</c> is decayRate = 0.693 over its length.
/// </remarks>
/// <example>
/// <code>
/// [NaturalExponentialDecay(0.001, decayRate: 0.5, every: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class NaturalExponentialDecayAttribute(double rate = double.NaN, double decayRate = double.NaN, double every = 1) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the exponent over <see cref="Every"/> steps.</summary>
    public double DecayRate { get; } = decayRate;

    /// <summary>Gets the steps over which the rate is divided by e^<see cref="DecayRate"/>.</summary>
    public double Every { get; } = every;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
