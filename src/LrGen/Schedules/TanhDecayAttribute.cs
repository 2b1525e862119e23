namespace LrGen;

/// <summary>
/// A fall along the hyperbolic tangent: rate(t) = floor + (<c>rate</c> − floor) · (1 − tanh z) ÷ 2, where z goes from <see cref="Lower"/> to
/// <see cref="Upper"/> as t goes from 0 to <c>steps</c>.
/// </summary>
/// <param name="rate">The learning rate that the fall begins at; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// The rate at step 0 is a little below <paramref name="rate"/>, by a share of (1 + tanh Lower) ÷ 2, and so it is before step 0; from
/// t = <paramref name="steps"/> on it is the floor, to which it drops from (1 − tanh Upper) ÷ 2 of the range.
/// Source: Hsueh, Li and Wu, "Stochastic gradient descent with hyperbolic-tangent decay on classification", 2019; timm <c>TanhLRScheduler</c>.
/// </remarks>
/// <example>
/// <code>
/// [TanhDecay(0.1, steps: 300, Floor = 1e-5)]
/// public static partial double Rate(long epoch);
/// </code>
/// </example>
public sealed class TanhDecayAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate that the fall begins at.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets where on the tangent the fall begins; from −300 to 300. Default −7.</summary>
    public double Lower { get; set; } = -7;

    /// <summary>Gets or sets where on the tangent the fall ends; above <see cref="Lower"/>, at most 300. Default 3.</summary>
    public double Upper { get; set; } = 3;

    /// <summary>Gets or sets the end value; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the end value as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
