namespace LrGen;

/// <summary>
/// A schedule that begins later: rate(t) = schedule(t − <c>steps</c>), and before that its first rate.
/// </summary>
/// <param name="steps">By how many steps; not 0. Below 0 the schedule begins that many steps inside.</param>
/// <remarks>
/// Before step 0 the rate is that of step 0. The end moves with the schedule. A schedule that repeats or oscillates can only be delayed
/// by 0 or more.
/// Source: Optax <c>transition_begin</c>, ParameterSchedulers.jl <c>Shifted</c>; MXNet, whose optimizers count from 1, is
/// <c>[Delay(1)]</c> of what its documentation says.
/// </remarks>
/// <example>
/// <code>
/// [Delay(500), ExponentialDecay(0.1, factor: 0.5, every: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class DelayAttribute(double steps = double.NaN) : ModifierAttribute
{
    /// <summary>Gets the number of steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets what the steps are counted in. Default: what the step parameter counts.</summary>
    public Unit Unit { get; set; }
}
