using System;

namespace LrGen;

/// <summary>Adam with a weight decay of its own, which does not go through the gradient.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: p ← (1 − η·λ)·p; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
/// p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√v ÷ √(1 − β₂ᵗ) + ε). With <see cref="AmsGrad"/> the root is that of the largest v so far.
/// </para>
/// <para>
/// The order of operations is PyTorch's. In the paper the decay follows the schedule but not the peak rate: its λ is λ here times that rate.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [AdamW(WeightDecay = 0.1, Beta2 = 0.95), Warmup(2_000), CosineDecay(3e-4, steps: 98_000, Floor = 3e-5)]
/// public sealed partial class LanguageOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1711.05101">Loshchilov, Hutter: Decoupled weight decay regularization (2017)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamWAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of their squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets λ, the share of the parameter that is taken from it for each unit of the rate; 0 or above. Default 0.01.</summary>
    public double WeightDecay { get; set; } = 1e-2;

    /// <summary>Gets or sets a value indicating whether the root is that of the largest mean of squares so far.</summary>
    public bool AmsGrad { get; set; }
}
