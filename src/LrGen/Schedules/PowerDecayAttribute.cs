namespace LrGen;

/// <summary>
/// A decay by a power of time: rate(t) = <c>rate</c> · (1 + t ÷ <c>timescale</c>)^(−<c>power</c>).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="power">The power; above 0. 0.5 is the inverse square root, 1 the inverse of time.</param>
/// <param name="timescale">The steps after which the rate has fallen to 2^(−power); above 0. Default 1.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; with <see cref="Steps"/> the rate at that step is held afterwards, without it the
/// rate decays for ever, to 0 or to the floor.
/// Source: TF-Models <c>DirectPowerDecay</c>, NeMo <c>NoamHoldAnnealing</c>, Caffe's <c>inv</c> (timescale = 1 ÷ γ).
/// </remarks>
/// <example>
/// <code>
/// [PowerDecay(0.1, power: 0.75, timescale: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class PowerDecayAttribute(double rate = double.NaN, double power = double.NaN, double timescale = 1) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the power.</summary>
    public double Power { get; } = power;

    /// <summary>Gets the steps after which the rate has fallen to 2^(−power).</summary>
    public double Timescale { get; } = timescale;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
