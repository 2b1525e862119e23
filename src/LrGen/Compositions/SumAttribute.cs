using System;

namespace LrGen;

/// <summary>
/// Declarations added: rate(t) = first(t) + second(t) + ….
/// </summary>
/// <param name="schedules">
/// The names of the declarations, for example <c>nameof(Base)</c>: methods or structs with schedule attributes, looked up as
/// <see cref="UseAttribute"/> does. At least two.
/// </param>
/// <remarks>
/// All parts are 0 or above, so nothing cancels.
/// Before step 0 the rate is that of step 0. Each declaration keeps its own end and its own <see cref="AfterEnd"/>; the combination ends
/// where the last of them does. A declaration that throws after its end, or that has <c>[Noise]</c>, cannot be combined (LRG005).
/// The bound on the error is the sum of the bounds of the parts.
/// Source: burn <c>ComposedLrScheduler</c>, ParameterSchedulers.jl <c>ComposedSchedule</c>.
/// </remarks>
/// <example>
/// <code>
/// [CosineDecay(0.1, steps: 1_000)]
/// public static partial double First(long step);
///
/// [Cyclic(0, high: 0.01, stepsUp: 50)]
/// public static partial double Second(long step);
///
/// [Sum(nameof(First), nameof(Second))]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class SumAttribute(params string[] schedules) : ScheduleAttribute
{
    /// <summary>Gets the names of the declarations.</summary>
    public string[] Schedules { get; } = schedules;

    /// <summary>Gets or sets the type whose declarations are meant. Default: the type around this one, and then those around it.</summary>
    public Type? In { get; set; }

    /// <summary>Gets or sets the length of the phase, in steps; above 0. Default: that of the longest declaration.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
