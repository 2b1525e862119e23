using System;

namespace LrGen;

/// <summary>The sign of a mean of gradients: every parameter moves by the rate itself.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η: p ← (1 − η·λ)·p; p ← p − η·sign(β₁·m + (1 − β₁)·g); m ← β₂·m + (1 − β₂)·g. The sign of 0 is 0.
/// </para>
/// <para>
/// Its authors advise a rate 3 to 10 times smaller and a weight decay 3 to 10 times larger than those of AdamW.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Lion(WeightDecay = 0.1), Warmup(2_000), CosineDecay(1e-4, steps: 98_000)]
/// public sealed partial class VisionOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/2302.06675">Chen et al.: Symbolic discovery of optimization algorithms (2023)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LionAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, the share of the mean in what the sign is taken of, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean, from 0 to below 1. Default 0.99.</summary>
    public double Beta2 { get; set; } = 0.99;

    /// <summary>Gets or sets λ, the share of the parameter that is taken from it for each unit of the rate; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }
}
