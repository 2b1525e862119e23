using System;

namespace LrGen;

/// <summary>
/// The lowest of declarations at each step: rate(t) = min(first(t), second(t), …).
/// </summary>
/// <param name="schedules">
/// The names of the declarations, for example <c>nameof(Base)</c>: methods or structs with schedule attributes, looked up as
/// <see cref="UseAttribute"/> does. At least two.
/// </param>
/// <remarks>
/// A rise and a fall make a trapezoid: big_vision multiplies with min(1, (T − t) ÷ c).
/// Before step 0 the rate is that of step 0. Each declaration keeps its own end and its own <see cref="AfterEnd"/>; the combination ends
/// where the last of them does. A declaration that throws after its end, or that has <c>[Noise]</c>, cannot be combined (LRG005).
/// The bound on the error is the sum of the bounds of the parts.
/// Source: SpeechBrain <c>WarmAndExpDecayLRSchedule</c>, big_vision.
/// </remarks>
/// <example>
/// <code>
/// [LinearDecay(0, to: 0.1, steps: 100)]
/// public static partial double First(long step);
///
/// [InverseSquareRoot(0.2, timescale: 1_000)]
/// public static partial double Second(long step);
///
/// [Min(nameof(First), nameof(Second))]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class MinAttribute(params string[] schedules) : ScheduleAttribute
{
    /// <summary>Gets the names of the declarations.</summary>
    public string[] Schedules { get; } = schedules;

    /// <summary>Gets or sets the type whose declarations are meant. Default: the type around this one, and then those around it.</summary>
    public Type? In { get; set; }

    /// <summary>Gets or sets the length of the phase, in steps; above 0. Default: that of the longest declaration.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
