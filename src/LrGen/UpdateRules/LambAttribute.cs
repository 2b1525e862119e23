using System;

namespace LrGen;

/// <summary>LAMB: Adam whose steps are, tensor by tensor, as long as the tensor times the rate.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
/// u = m ÷ (1 − β₁ᵗ) ÷ (√v ÷ √(1 − β₂ᵗ) + ε) + λ·p; p ← p − η·(‖p‖ ÷ ‖u‖)·u. The norms are those of one tensor; where one is 0, and in
/// groups without weight decay, p ← p − η·u.
/// </para>
/// <para>
/// The order of operations is timm's, and so is that the gradients of all tensors together are clipped at norm 1 before, by
/// min(1, <c>ClipNorm</c> ÷ norm). <c>ClipNorm = 0</c> leaves that out.
/// </para>
/// <para>Norms are sums in double in one order, so that neither threads nor the width of vectors change a bit.</para>
/// </remarks>
/// <example>
/// <code>
/// [Lamb(WeightDecay = 0.01), Warmup(3_125), LinearDecay(2e-3, steps: 31_250)]
/// public sealed partial class PretrainingOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1904.00962">You et al.: Large batch optimization for deep learning (2019)</seealso>
/// <seealso href="https://github.com/huggingface/pytorch-image-models/blob/main/timm/optim/lamb.py">timm.optim.Lamb</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LambAttribute : UpdateRuleAttribute
{
    /// <summary>Initializes the attribute.</summary>
    public LambAttribute() => ClipNorm = 1;

    /// <summary>Gets or sets β₁, the decay factor of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of their squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-6;

    /// <summary>Gets or sets λ, the share of the parameter that is added to Adam's step; 0 or above. Default 0.01.</summary>
    public double WeightDecay { get; set; } = 0.01;

    /// <summary>
    /// Gets or sets a value indicating whether the gradient enters m with the share 1 − β₁. Default true; false is m ← β₁·m + g.
    /// </summary>
    public bool GradientAveraging { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether ‖p‖ ÷ ‖u‖ is at most 1, so that no step is longer than Adam's. Default false.</summary>
    public bool TrustClip { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether steps have the length of the tensor also where there is no weight decay. Default false.
    /// </summary>
    public bool AlwaysAdapt { get; set; }
}
