namespace LrGen;

/// <summary>
/// A rate that stays: rate(t) = <c>rate</c>.
/// </summary>
/// <param name="rate">The learning rate; above 0 and finite.</param>
/// <remarks>
/// As one of several phases it needs <see cref="Steps"/>, and the next phase begins at that step.
/// Before step 0 and after the end the rate is the same.
/// Source: the "no scheduler" of every system; Optax <c>constant_schedule</c>.
/// </remarks>
/// <example>
/// <code>
/// [Constant(0.1)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class ConstantAttribute(double rate = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets or sets the length of the phase, in steps; above 0. Without it the phase never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
