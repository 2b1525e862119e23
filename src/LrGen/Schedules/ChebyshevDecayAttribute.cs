namespace LrGen;

/// <summary>
/// The reciprocals of Chebyshev's nodes between 1 ÷ <c>high</c> and 1 ÷ <c>low</c>, in fractal order: rate(t) =
/// 1 ÷ (1/high + (1/low − 1/high) · (1 − cos(π · (i + ½) ÷ <c>steps</c>)) ÷ 2), where i is the t-th number of the order.
/// </summary>
/// <param name="high">The rate that the highest ones are near; above <paramref name="low"/>, and known at compile time.</param>
/// <param name="low">The rate that the lowest ones are near; above 0, and known at compile time.</param>
/// <param name="steps">The length, in steps; a power of two, at most 256, and known at compile time.</param>
/// <remarks>
/// The order is 0 for one step, 0, 1 for two and 0, 3, 1, 2 for four: each is the one before with the rest to the end put between its
/// numbers, so that large steps are paid for by small ones soon. The first rate is the highest, a little below <paramref name="high"/>;
/// before step 0 it is the same, and from t = <paramref name="steps"/> on the last rate is held. Rates are exact to the last bit.
/// With <see cref="Unit.Epochs"/> each rate lasts an epoch.
/// Source: Agarwal, Goel and Zhang, "Acceleration via fractal learning rate schedules", 2021; kozistr's pytorch_optimizer
/// <c>get_chebyshev_schedule</c>, where low is the rate and high the rate ÷ 0.05.
/// </remarks>
/// <example>
/// <code>
/// [ChebyshevDecay(0.2, low: 0.01, steps: 64)]
/// public static partial double Rate(int epoch);
/// </code>
/// </example>
public sealed class ChebyshevDecayAttribute(double high = double.NaN, double low = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the rate that the highest ones are near.</summary>
    public double High { get; } = high;

    /// <summary>Gets the rate that the lowest ones are near.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
