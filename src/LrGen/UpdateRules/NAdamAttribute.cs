using System;

namespace LrGen;

/// <summary>Adam with Nesterov's momentum, which looks one step ahead and grows towards β₁.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: g ← g + λ·p; μₜ = β₁·(1 − ½·0.96^(t·ψ)); Π ← Π·μₜ;
/// m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; d = √(v ÷ (1 − β₂ᵗ)) + ε;
/// p ← p − η·(1 − μₜ) ÷ (1 − Π) · g ÷ d − η·μₜ₊₁ ÷ (1 − Π·μₜ₊₁) · m ÷ d.
/// With <see cref="DecoupledWeightDecay"/> p ← (1 − η·λ)·p instead of the first.
/// </para>
/// <para>
/// The order of operations is that of PyTorch 2; version 1.13 had another formula.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [NAdam, Warmup(500), CosineDecay(2e-3, steps: 10_000)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat: Incorporating Nesterov momentum into Adam (2016)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NAdamAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of their squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets ψ, how fast the momentum grows from β₁ ÷ 2 to β₁; 0 or above, where it does not grow. Default 0.004.</summary>
    public double MomentumDecay { get; set; } = 4e-3;

    /// <summary>Gets or sets the weight decay λ, 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the weight decay multiplies the parameter, as that of AdamW does. Default: it is added to
    /// the gradient.
    /// </summary>
    public bool DecoupledWeightDecay { get; set; }
}
