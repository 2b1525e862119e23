namespace LrGen;

/// <summary>
/// A staircase that multiplies the rate by a factor at regular intervals: rate(t) = <c>rate</c> · <c>factor</c>^⌊t ÷ <c>every</c>⌋.
/// </summary>
/// <param name="rate">The learning rate of the first level; above 0 and finite.</param>
/// <param name="every">The length of a level, in steps; above 0. It may be fractional: with 2.4 the levels change at 3, 5, 8, 10, ….</param>
/// <param name="factor">The decay factor from level to level; above 0. Above 1 the rate grows (LRG030).</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; at t = <paramref name="every"/> the second level begins; with
/// <see cref="Steps"/> the rate at that step is held afterwards, without it the rate decays for ever.
/// Levels are exact to the last bit: all of them where a schedule has up to 64, the first 32 of a longer one. A rate below the smallest
/// normal <see cref="double"/>, 2.2e-308, is 0.
/// Source: PyTorch <c>StepLR</c>, Keras <c>ExponentialDecay(staircase=True)</c>.
/// </remarks>
/// <example>
/// <code>
/// [StepDecay(0.01, every: 10, factor: 0.5)]
/// public static partial double Rate(int epoch);
/// </code>
/// </example>
public sealed class StepDecayAttribute(double rate = double.NaN, double every = double.NaN, double factor = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate of the first level.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length of a level, in steps.</summary>
    public double Every { get; } = every;

    /// <summary>Gets the decay factor from level to level.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
