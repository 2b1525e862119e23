namespace LrGen;

/// <summary>
/// Half waves of the cosine, one after the other: in cycle i, over u steps of its length n, the rate is
/// <c>Floor</c> + (max(<c>rate</c> · <see cref="Amplitude"/>^i, <c>Floor</c>) − <c>Floor</c>) · (1 + cos(π · u ÷ n)) ÷ 2, with n = <c>steps</c> · <see cref="LengthFactor"/>^i.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="steps">The length of the first cycle, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>. Each cycle starts again from its own top, at t ≥ its start; the starts are exact
/// sums of lengths, where systems that take a logarithm misplace a restart. Without <see cref="Cycles"/> the cycles go on, until the last
/// that 64-bit steps can reach, or until the tops have come down to the floor; from step 2^53 on the position in a cycle is rounded. After the last
/// cycle the rate is the floor.
/// Source: Loshchilov and Hutter, "SGDR", 2017; PyTorch <c>CosineAnnealingWarmRestarts</c>, timm <c>CosineLRScheduler</c>.
/// </remarks>
/// <example>
/// <code>
/// [CosineRestarts(0.1, steps: 10, LengthFactor = 2)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class CosineRestartsAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length of the first cycle, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets how much longer each cycle is than the one before; 1, or without <see cref="Cycles"/> about 1.05, or above. Default 1.</summary>
    public double LengthFactor { get; set; } = 1;

    /// <summary>Gets or sets the top of each cycle as a share of the one before; above 0, at most 1. Default 1.</summary>
    public double Amplitude { get; set; } = 1;

    /// <summary>Gets or sets how many cycles there are; a whole number above 0. Without it they never end.</summary>
    public double Cycles { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }
}
