using System;

namespace LrGen;

/// <summary>
/// The mean of declarations: rate(t) = (first(t) + second(t) + …) ÷ their number.
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
/// Source: burn <c>ComposedLrScheduler</c> with <c>SchedulerReduction::Avg</c>.
/// </remarks>
/// <example>
/// <code>
/// [CosineDecay(0.1, steps: 1_000)]
/// public static partial double First(long step);
///
/// [LinearDecay(0.1, to: 0, steps: 1_000)]
/// public static partial double Second(long step);
///
/// [Average(nameof(First), nameof(Second))]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class AverageAttribute(params string[] schedules) : ScheduleAttribute
{
    /// <summary>Gets the names of the declarations.</summary>
    public string[] Schedules { get; } = schedules;

    /// <summary>Gets or sets the type whose declarations are meant. Default: the type around this one, and then those around it.</summary>
    public Type? In { get; set; }

    /// <summary>Gets or sets the length of the phase, in steps; above 0. Default: that of the longest declaration.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
