namespace LrGen;

/// <summary>
/// A decay by equal ratios: rate(t) = <c>rate</c> · <c>factor</c>^(t ÷ <c>every</c>).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="factor">The decay factor over <paramref name="every"/> steps; above 0. Above 1 the rate grows (LRG030).</param>
/// <param name="every">The steps over which the rate is multiplied by <paramref name="factor"/>; above 0. Default 1.</param>
/// <remarks>
/// Before step 0, and until <see cref="Begin"/>, the rate is <paramref name="rate"/>; with <see cref="Steps"/> the rate at that step
/// is held afterwards, without it the rate decays for ever. A rate below the smallest normal <see cref="double"/>, 2.2e-308, is 0.
/// Source: PyTorch <c>ExponentialLR</c>, Optax <c>exponential_decay</c>, Keras <c>ExponentialDecay</c>.
/// </remarks>
/// <example>
/// <code>
/// [ExponentialDecay(0.001, factor: 0.96, every: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class ExponentialDecayAttribute(double rate = double.NaN, double factor = double.NaN, double every = 1) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the decay factor over <see cref="Every"/> steps.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets the steps over which the rate is multiplied by <see cref="Factor"/>.</summary>
    public double Every { get; } = every;

    /// <summary>Gets or sets whether the rate falls in levels, with ⌊t ÷ every⌋ as the exponent. Default false: it falls smoothly.</summary>
    public bool Staircase { get; set; }

    /// <summary>Gets or sets the step from which the decay counts; 0 or above. Default 0.</summary>
    public double Begin { get; set; }

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
