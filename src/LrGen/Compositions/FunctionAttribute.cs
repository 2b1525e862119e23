using System;

namespace LrGen;

/// <summary>
/// A formula of your own: rate(t) = <see cref="Rate"/> · method(t).
/// </summary>
/// <param name="method">
/// The name of a static method, for example <c>nameof(Wave)</c>, that takes one number and returns a <see cref="double"/> or
/// <see cref="float"/>: the step, where its parameter is an integer, else the position in the phase, which can lie between steps. It is
/// looked up in the type around this declaration (for a struct: in the struct, too) and in the types around that.
/// </param>
/// <remarks>
/// The generated code calls the method directly, so that the just-in-time compiler can inline it. What it returns is not checked: it is
/// the one schedule that LrGen does not know, so the hover shows no curve.
/// Before step 0 the rate is that of step 0. With <see cref="Steps"/> the schedule ends and holds its value there.
/// Source: PyTorch <c>LambdaLR</c>, Keras <c>LearningRateScheduler</c>.
/// </remarks>
/// <example>
/// <code>
/// static double Wave(double step) => 1 + 0.1 * Math.Sin(step / 50);
///
/// [Warmup(100), Function(nameof(Wave), Rate = 0.1)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class FunctionAttribute(string method = "") : ScheduleAttribute
{
    /// <summary>Gets the name of the method.</summary>
    public string Method { get; } = method;

    /// <summary>Gets or sets the type that has the method. Default: the type around this declaration, and then those around it.</summary>
    public Type? In { get; set; }

    /// <summary>Gets or sets what the value is multiplied by; above 0 and finite. Default 1: the method gives the rate itself.</summary>
    public double Rate { get; set; } = 1;

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;
}
