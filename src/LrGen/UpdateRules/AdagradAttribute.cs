using System;

namespace LrGen;

/// <summary>The gradient, divided by the root of the sum of all its squares: parameters that have moved much move less.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: g ← g + λ·p; s ← s + g²; p ← p − η ÷ (1 + (t − 1)·δ) · g ÷ (√s + ε).
/// </para>
/// <para>
/// The order of operations is PyTorch's. Keras starts s at 0.1, not at 0.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Adagrad(InitialAccumulator = 0.1), Constant(0.01)]
/// public sealed partial class SparseOptimizer;
/// </code>
/// </example>
/// <seealso href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan, Singer: Adaptive subgradient methods (2011)</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdagradAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets δ, by which the divisor of the rate grows with each update, on top of the schedule; 0 or above. Default 0.</summary>
    public double RateDecay { get; set; }

    /// <summary>Gets or sets what s starts from, 0 or above. Default 0.</summary>
    public double InitialAccumulator { get; set; }

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-10.</summary>
    public double Epsilon { get; set; } = 1e-10;

    /// <summary>Gets or sets λ, the share of the parameter that is added to its gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }
}
