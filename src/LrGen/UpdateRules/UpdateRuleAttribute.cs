using System;

namespace LrGen;

/// <summary>
/// The base of the update rules: what an optimizer does with a gradient. One of them, with the attributes of a schedule, makes a
/// <c>partial class</c> a complete optimizer.
/// </summary>
/// <remarks>
/// <para>
/// The generated class implements <see cref="T:LrGen.IOptimizer"/>: it holds the state and one step counter, works out the rate once per update
/// and goes over parameters, gradients and state once, with vectors, without allocation. Projects for .NET 8 or later have it.
/// </para>
/// <para>
/// The hyperparameters are constants of the attribute, or come at run time: one that is left out of the attribute is taken from the
/// primary-constructor parameter, field or property of the class that is named after it (<c>momentum</c>, or <c>sgdMomentum</c>) where there
/// is one. A schedule attribute with another <see cref="Quantity"/> schedules that hyperparameter instead.
/// </para>
/// <para>
/// Gradients are handled in this order: multiplied by <c>GradientScale</c>, summed over <see cref="AccumulationSteps"/> calls,
/// clipped by value, clipped by norm.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class UpdateRuleAttribute : Attribute
{
    private protected UpdateRuleAttribute()
    {
    }

    /// <summary>
    /// Gets or sets the norm that the gradients of all tensors together are clipped at; above 0. They are multiplied by
    /// min(1, <c>ClipNorm</c> ÷ (norm + 1e-6)). Default: they are not.
    /// </summary>
    public double ClipNorm { get; set; }

    /// <summary>Gets or sets the magnitude that each gradient is clipped at, before the norm is taken; above 0. Default: none is.</summary>
    public double ClipValue { get; set; }

    /// <summary>
    /// Gets or sets over how many calls of <c>Update</c> gradients are averaged for one update; a whole number above 0. Default 1. The sum is
    /// part of the saved state.
    /// </summary>
    public double AccumulationSteps { get; set; } = 1;

    /// <summary>
    /// Gets or sets a value indicating whether gradients are looked at before an update: where one is NaN or infinite, a
    /// <see cref="T:LrGen.NonFiniteGradientException"/> names the tensor and nothing is changed. It costs one more pass over the gradients.
    /// </summary>
    public bool CheckGradients { get; set; }
}
