using System;

namespace LrGen;

/// <summary>Steps in the unit of the parameter: the root of a mean of squared steps, divided by that of a mean of squared gradients.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η, usually 1: g ← g + λ·p; s ← ρ·s + (1 − ρ)·g²; Δ ← √(a + ε) ÷ √(s + ε) · g; p ← p − η·Δ;
/// a ← ρ·a + (1 − ρ)·Δ².
/// </para>
/// <para>
/// The order of operations is PyTorch's. A schedule of ρ is one of <see cref="Quantity.Beta2"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Adadelta, Constant(1)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1212.5701">Zeiler: ADADELTA: An adaptive learning rate method (2012)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdadeltaAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets ρ, the decay factor of both means, from 0 to below 1. Default 0.9.</summary>
    public double Rho { get; set; } = 0.9;

    /// <summary>Gets or sets ε, which is added inside both roots and gives the first step its length; 0 or above. Default 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-6;

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }
}
