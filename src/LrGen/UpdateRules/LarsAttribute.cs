using System;

namespace LrGen;

/// <summary>LARS: gradient descent whose gradients are, tensor by tensor, scaled to a share of the tensor's length.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η: r = c·‖p‖ ÷ (‖g‖ + λ·‖p‖ + ε), or 1 where a norm is 0; g ← r·(g + λ·p); then as in
/// <see cref="SgdAttribute"/> b ← μ·b + (1 − τ)·g, but b = g at the first update; p ← p − η·b. The norms are those of one tensor. In groups
/// without weight decay r is 1.
/// </para>
/// <para>The order of operations is timm's.</para>
/// <para>Norms are sums in double in one order, so that neither threads nor the width of vectors change a bit.</para>
/// </remarks>
/// <example>
/// <code>
/// [Lars(Momentum = 0.9, WeightDecay = 1e-6), Warmup(1_000), CosineDecay(4.8, steps: 100_000)]
/// public sealed partial class ContrastiveOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1708.03888">You, Gitman, Ginsburg: Large batch training of convolutional networks (2017)</seealso>
/// <seealso href="https://github.com/huggingface/pytorch-image-models/blob/main/timm/optim/lars.py">timm.optim.Lars</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LarsAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets the momentum μ, from 0 to below 1. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets or sets the dampening τ: the share of the gradient that the momentum leaves out, from 0 to below 1. Default 0.</summary>
    public double Dampening { get; set; }

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the momentum is Nesterov's, which looks one step ahead. It needs a momentum and no dampening.
    /// </summary>
    public bool Nesterov { get; set; }

    /// <summary>Gets or sets the trust coefficient c, the share of its length that a tensor moves at a rate of 1; above 0. Default 0.001.</summary>
    public double TrustCoefficient { get; set; } = 0.001;

    /// <summary>Gets or sets ε, which is added to the norm; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>
    /// Gets or sets a value indicating whether min(r ÷ η, 1) stands for r, so that no step is longer than gradient descent's (LARC).
    /// Default false. The rate there is that of the tensor, with the scale of its group.
    /// </summary>
    public bool TrustClip { get; set; }

    /// <summary>Gets or sets a value indicating whether gradients are scaled also where there is no weight decay. Default false.</summary>
    public bool AlwaysAdapt { get; set; }
}
