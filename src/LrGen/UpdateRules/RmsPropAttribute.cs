using System;

namespace LrGen;

/// <summary>The gradient, divided by the root of a running mean of its square.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η: g ← g + λ·p; s ← α·s + (1 − α)·g²; p ← p − η·g ÷ (√s + ε). With <see cref="Centered"/>
/// ḡ ← α·ḡ + (1 − α)·g and the root is √(s − ḡ²). With a momentum b ← μ·b + g ÷ (√s + ε) and p ← p − η·b.
/// </para>
/// <para>
/// The order of operations is PyTorch's. TensorFlow has ε inside the root. Where gradients stand still, s − ḡ² is a rounding error;
/// a negative one counts as 0 here and is NaN in PyTorch. A schedule of α is one of <see cref="Quantity.Beta2"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [RmsProp(Alpha = 0.9, Momentum = 0.9), ExponentialDecay(0.01, factor: 0.97, every: 1_000)]
/// public sealed partial class ImageOptimizer;
/// </code>
/// </example>
/// <seealso href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman, Hinton: Lecture 6.5, RMSProp (2012)</seealso>
/// <seealso href="https://arxiv.org/abs/1308.0850">Graves: Generating sequences with recurrent neural networks (2013), the centered one</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RmsPropAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets α, the decay factor of the means, from 0 to below 1. Default 0.99.</summary>
    public double Alpha { get; set; } = 0.99;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets the momentum μ of the divided gradients, from 0 to below 1. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets or sets a value indicating whether the divisor is the root of the variance of gradients.</summary>
    public bool Centered { get; set; }
}
