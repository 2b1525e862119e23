using System;

namespace LrGen;

/// <summary>Adam: a running mean of the gradient, divided by the root of a running mean of its square.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: g ← g + λ·p; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
/// p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√v ÷ √(1 − β₂ᵗ) + ε). With <see cref="AmsGrad"/> the root is that of the largest v so far.
/// </para>
/// <para>The order of operations is PyTorch's. Keras adds its ε before the correction, and other numbers come out.</para>
/// <para>
/// A weight decay here is added to the gradient and then divided like it, so that it hardly acts where gradients are large;
/// <see cref="AdamWAttribute"/> keeps it apart.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1412.6980">Kingma, Ba: Adam: A method for stochastic optimization (2014)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of their squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets or sets a value indicating whether the root is that of the largest mean of squares so far.</summary>
    public bool AmsGrad { get; set; }
}
