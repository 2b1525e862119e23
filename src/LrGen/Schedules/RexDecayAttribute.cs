namespace LrGen;

/// <summary>
/// A reflected exponential: rate(t) = floor + (<c>rate</c> − floor) · (1 − x) ÷ (1 − x ÷ 2), x = t ÷ <c>steps</c>.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; from t = <paramref name="steps"/> on it is the floor, unless <see cref="End"/> or
/// <see cref="AfterEnd"/> say otherwise.
/// Source: Chen and others, "REX: Revisiting Budgeted Training with an Improved Schedule", 2022.
/// </remarks>
/// <example>
/// <code>
/// [RexDecay(0.1, steps: 10_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class RexDecayAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
