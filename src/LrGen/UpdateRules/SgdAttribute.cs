using System;

namespace LrGen;

/// <summary>Gradient descent, with or without momentum.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η: g ← g + λ·p; b ← μ·b + (1 − τ)·g, but b = g at the first update; p ← p − η·b, or with
/// <see cref="Nesterov"/> p ← p − η·(g + μ·b). Without momentum p ← p − η·g, and there is no state.
/// </para>
/// <para>The order of operations is PyTorch's. Keras multiplies by the rate before it adds to b, which differs while the rate changes.</para>
/// </remarks>
/// <example>
/// <code>
/// [Sgd(Momentum = 0.9, WeightDecay = 5e-4), MilestoneDecay(0.1, factor: 0.1, 30_000, 60_000)]
/// public sealed partial class ImageOptimizer;
/// </code>
/// </example>
/// <seealso href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al.: On the importance of initialization and momentum (2013)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SgdAttribute : UpdateRuleAttribute
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
}
