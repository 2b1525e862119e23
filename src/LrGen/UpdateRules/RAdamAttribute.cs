using System;

namespace LrGen;

/// <summary>Adam that divides by the root only once enough gradients have been seen to trust it.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: g ← g + λ·p; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
/// ρ∞ = 2 ÷ (1 − β₂) − 1; ρ = ρ∞ − 2·t·β₂ᵗ ÷ (1 − β₂ᵗ). Where ρ is above 5,
/// r = √((ρ − 4)·(ρ − 2)·ρ∞ ÷ ((ρ∞ − 4)·(ρ∞ − 2)·ρ)) and p ← p − η ÷ (1 − β₁ᵗ) · m · r·√(1 − β₂ᵗ) ÷ (√v + ε); before,
/// p ← p − η ÷ (1 − β₁ᵗ) · m. With <see cref="DecoupledWeightDecay"/> p ← (1 − η·λ)·p instead of the first.
/// </para>
/// <para>
/// The order of operations is PyTorch's. The rectification is a warm-up of its own; the first updates, 5 with β₂ = 0.999, are those of momentum.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [RAdam, CosineDecay(1e-3, steps: 10_000)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1908.03265">Liu et al.: On the variance of the adaptive learning rate and beyond (2019)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RAdamAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of their squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets the weight decay λ, 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the weight decay multiplies the parameter, as that of AdamW does. Default: it is added to
    /// the gradient.
    /// </summary>
    public bool DecoupledWeightDecay { get; set; }
}
