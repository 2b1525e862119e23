using System;

namespace LrGen;

/// <summary>
/// Another declaration as a phase: rate(t) = the rate of that declaration at t.
/// </summary>
/// <param name="schedule">
/// The name of the declaration, for example <c>nameof(Pretraining)</c>: a method or struct with schedule attributes. It is looked up in
/// the type around this declaration (for a struct: in the struct, too), in the types around that, and then, for structs, in the namespaces.
/// </param>
/// <remarks>
/// <para>
/// The whole declaration is meant, its warm-up and other modifiers included; its arithmetic is folded into this one, nothing is
/// called. As an inner phase it needs an end, its own or <see cref="Steps"/>. What the declaration takes at run time has to be a
/// parameter (or member) of the same name here.
/// </para>
/// <para>
/// Before step 0 the rate is that of step 0; after the end the declaration's own <see cref="AfterEnd"/> holds. A declaration that uses
/// itself is an error (LRG017), and so is a name without a schedule (LRG016).
/// Source: PyTorch <c>SequentialLR</c>, Optax <c>join_schedules</c>, where the parts are objects.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Warmup(100), CosineDecay(0.1, steps: 900)]
/// public static partial double Cycle(long step);
///
/// [Use(nameof(Cycle)), Repeat(3)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class UseAttribute(string schedule = "") : ScheduleAttribute
{
    /// <summary>Gets the name of the declaration.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Gets or sets the type whose declaration is meant. Default: the type around this one, and then those around it.</summary>
    public Type? In { get; set; }

    /// <summary>Gets or sets the length of the phase, in steps; above 0. Default: that of the declaration.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
