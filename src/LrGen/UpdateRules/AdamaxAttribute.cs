using System;

namespace LrGen;

/// <summary>Adam with the infinity norm: it divides by the largest gradient so far, which decays, instead of a root.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: g ← g + λ·p; m ← β₁·m + (1 − β₁)·g; u ← max(β₂·u, |g| + ε);
/// p ← p − η ÷ (1 − β₁ᵗ) · m ÷ u.
/// </para>
/// <para>
/// The order of operations is PyTorch's.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Adamax, Warmup(500), LinearDecay(2e-3, to: 0, steps: 10_000)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1412.6980">Kingma, Ba: Adam: A method for stochastic optimization (2014), section 7.1</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamaxAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the largest gradient, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the magnitude of the gradient; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }
}
