namespace LrGen;

/// <summary>
/// A half wave of the cosine: rate(t) = floor + (<c>rate</c> − floor) · (1 + cos(π · t ÷ <c>steps</c>)) ÷ 2.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; from t = <paramref name="steps"/> on it is the floor, unless <see cref="End"/>
/// or <see cref="AfterEnd"/> say otherwise: PyTorch's <c>CosineAnnealingLR</c> climbs again, which is <see cref="AfterEnd.Oscillate"/>.
/// <see cref="Exponent"/>, <see cref="HalfWaves"/> and <see cref="TimePower"/> each change the curve; only one of them can be given.
/// Source: Loshchilov and Hutter, "SGDR", 2017; Optax <c>cosine_decay_schedule</c>, Keras <c>CosineDecay</c>; Zhang and Li, "k-decay", 2020.
/// </remarks>
/// <example>
/// <code>
/// [Warmup(2_000)]
/// [CosineDecay(3e-4, steps: 98_000, Floor = 3e-5)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class CosineDecayAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the end value; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the end value as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the power of (1 + cos) ÷ 2; above 0. Default 1. Optax' <c>exponent</c>.</summary>
    public double Exponent { get; set; } = 1;

    /// <summary>
    /// Gets or sets how many half waves lie between step 0 and the end, the first down, the next up, and so on; above 0 and at most 64. Default 1.
    /// The rate after the end is that at the end. Twice the <c>num_cycles</c> of Hugging Face.
    /// </summary>
    public double HalfWaves { get; set; } = 1;

    /// <summary>Gets or sets the power of t ÷ steps under the cosine; above 0. Default 1. timm's <c>k_decay</c>.</summary>
    public double TimePower { get; set; } = 1;

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
