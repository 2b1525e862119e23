namespace LrGen;

/// <summary>
/// A curve through given points: <c>rates</c>[0] at step 0 and <c>rates</c>[i] at <c>boundaries</c>[i − 1], interpolated between.
/// </summary>
/// <param name="rates">The learning rates at the points, one more than boundaries; each 0 or above and finite, not all 0.</param>
/// <param name="boundaries">
/// The steps of the points after the first; above 0 and increasing. One after the other, as a collection expression (<c>[30, 60]</c>, C# 12), or as <c>new double[] { 30, 60 }</c>; C# converts no array of integers.
/// </param>
/// <remarks>
/// Before step 0 the rate is the first; from the last boundary on it is the last, unless <see cref="AfterEnd"/> says otherwise.
/// Source: Optax <c>piecewise_interpolate_schedule</c>, ignite <c>PiecewiseLinear</c>, NumPy <c>interp</c>.
/// </remarks>
/// <example>
/// <code>
/// [PiecewiseInterpolated(new[] { 0, 0.4, 0.02, 0 }, 5, 20, 24)]   // in C# 12 and later also [0, 0.4, 0.02, 0], [5, 20, 24]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class PiecewiseInterpolatedAttribute(double[] rates, params double[] boundaries) : ScheduleAttribute
{
    /// <summary>Gets the learning rates at the points.</summary>
    public double[] Rates { get; } = rates;

    /// <summary>Gets the steps of the points after the first.</summary>
    public double[] Boundaries { get; } = boundaries;

    /// <summary>Gets or sets how the rate goes from point to point. Default <see cref="Interpolation.Linear"/>.</summary>
    public Interpolation Interpolation { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
