namespace LrGen;

/// <summary>
/// A rate for each stretch of steps: <c>rates</c>[i] from <c>boundaries</c>[i − 1] on, until <c>boundaries</c>[i].
/// </summary>
/// <param name="rates">The learning rates, one more than boundaries; each 0 or above and finite, not all 0.</param>
/// <param name="boundaries">
/// The steps at which the next rate begins; above 0 and increasing. One after the other, as a collection expression (<c>[30, 60]</c>, C# 12), or as <c>new double[] { 30, 60 }</c>; C# converts no array of integers.
/// </param>
/// <remarks>
/// Before step 0 the rate is the first, after the last boundary it is the last. A rate holds from its boundary on (t ≥ boundary), as in
/// Paddle; Keras <c>PiecewiseConstantDecay</c> still has the old rate at the boundary: add 1 to each. Composed of
/// <see cref="ConstantAttribute"/> phases the same can be written with lengths instead of boundaries.
/// With <see cref="Steps"/> the schedule ends, so that another phase can follow.
/// </remarks>
/// <example>
/// <code>
/// [PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, 30, 60)]   // in C# 12 and later also [0.1, 0.05, 0.01], [30, 60]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class PiecewiseConstantAttribute(double[] rates, params double[] boundaries) : ScheduleAttribute
{
    /// <summary>Gets the learning rates.</summary>
    public double[] Rates { get; } = rates;

    /// <summary>Gets the steps at which the next rate begins.</summary>
    public double[] Boundaries { get; } = boundaries;

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
