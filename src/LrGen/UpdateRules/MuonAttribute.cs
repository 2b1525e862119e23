using System;

namespace LrGen;

/// <summary>Muon: momentum made orthogonal, for the matrices of hidden layers.</summary>
/// <remarks>
/// <para>
/// With the gradient g and the rate η: b ← μ·b + (1 − μ)·g; u = (1 − μ)·g + μ·b, or b without <see cref="Nesterov"/>;
/// X = u ÷ max(‖u‖, ε), and <see cref="Iterations"/> times, with G = X·Xᵀ: X ← A·X + (B·G + C·G²)·X. That brings all singular values of X
/// near 1. Then p ← (1 − η·λ)·p − η·s·X, where s is the <see cref="Adjustment"/>.
/// </para>
/// <para>
/// The order of operations is PyTorch's, but PyTorch rounds X, G and the polynomial to bfloat16, and here they are of the parameters' type
/// (float for Half): steps differ from PyTorch's by about 1 %, as those differ from the exact ones.
/// </para>
/// <para>
/// Tensors have to be added with a shape of two dimensions; embeddings, heads, biases and norms belong to an optimizer of their own, such
/// as <see cref="T:LrGen.AdamWAttribute"/>. Projects need the package System.Numerics.Tensors, 9.0 or later, which multiplies the matrices. Its
/// order of summation depends on the width of the processor's vectors: on one machine results are the same bit for bit, whatever the number
/// of threads; between machines an update differs by some roundings, below 1e-4 of its length in float and 1e-12 in double.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Muon, Warmup(200), LinearDecay(0.02, steps: 10_000)]
/// public sealed partial class HiddenOptimizer;
///
/// optimizer.Parameters.Add("hidden", weights, gradients, null, 256, 784);
/// </code>
/// </example>
/// <seealso href="https://kellerjordan.github.io/posts/muon/">Jordan: Muon (2024)</seealso>
/// <seealso href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Muon.html">torch.optim.Muon</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MuonAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets the momentum μ, from 0 to below 1. Default 0.95.</summary>
    public double Momentum { get; set; } = 0.95;

    /// <summary>Gets or sets λ: parameters are multiplied by 1 − η·λ; 0 or above. Default 0.1.</summary>
    public double WeightDecay { get; set; } = 0.1;

    /// <summary>Gets or sets a value indicating whether the momentum is Nesterov's, which looks one step ahead. Default true.</summary>
    public bool Nesterov { get; set; } = true;

    /// <summary>Gets or sets A, the coefficient of X; finite. Default 3.4445.</summary>
    public double CoefficientA { get; set; } = 3.4445;

    /// <summary>Gets or sets B, the coefficient of G·X; finite. Default −4.775.</summary>
    public double CoefficientB { get; set; } = -4.775;

    /// <summary>Gets or sets C, the coefficient of G²·X; finite. Default 2.0315.</summary>
    public double CoefficientC { get; set; } = 2.0315;

    /// <summary>Gets or sets how often the polynomial is applied; a whole number from 1 to 99. Default 5.</summary>
    public double Iterations { get; set; } = 5;

    /// <summary>Gets or sets ε, the least norm that is divided by; above 0. Default 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary>Gets or sets how far matrices of different shapes go. Default <see cref="MuonAdjustment.Original"/>.</summary>
    public MuonAdjustment Adjustment { get; set; }
}
