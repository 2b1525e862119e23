using System;

namespace LrGen;

/// <summary>Adafactor: a mean of squares for each row and each column of a matrix instead of one for each parameter.</summary>
/// <remarks>
/// <para>
/// With the gradient g, the count t from 1 and the rate η: ρ = min(η, 1 ÷ √t); α = max(ε₂, rms(p))·ρ; p ← (1 − η·λ)·p. Of a matrix the means
/// of g² of each row, R, and of each column, C, move by the share t^<see cref="Beta2Decay"/> to those of this gradient, and
/// v = R·C ÷ max(mean(R), ε₁); of a vector v itself moves to g². Then u = g ÷ √max(v, ε₁²); p ← p − α·u ÷ max(1, rms(u) ÷ d). rms is the root
/// of the mean of squares, of the whole tensor.
/// </para>
/// <para>
/// The order of operations is PyTorch's, which differs from the paper's in ε₁ and in v. Tensors of more than two dimensions are matrices of
/// the last two, one after the other.
/// </para>
/// <para>
/// The rate is relative: a tensor moves by at most the share ρ of its size. Steps get shorter by themselves after 1 ÷ η² updates. The mean
/// of squares is 1 ÷ rows + 1 ÷ columns as long as Adam's; an array as long as the parameters is needed within an update, and not saved.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Adafactor, Constant(0.01)]
/// public sealed partial class TranslationOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/1804.04235">Shazeer, Stern: Adafactor (2018)</seealso>
/// <seealso href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Adafactor.html">torch.optim.Adafactor</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdafactorAttribute : UpdateRuleAttribute
{
    /// <summary>
    /// Gets or sets the power of t that gives the share of a new square in the means; 0 or below. Default −0.8: 1 at first, 0.004 after 1,000.
    /// </summary>
    public double Beta2Decay { get; set; } = -0.8;

    /// <summary>
    /// Gets or sets ε₁, the least mean of squares that is divided by; 0 or above. Left out it is the distance from 1 to the next number of the
    /// arithmetic: 1.2e-7 for parameters of type float and Half, 2.2e-16 for double.
    /// </summary>
    public double Epsilon1 { get; set; } = double.NaN;

    /// <summary>Gets or sets ε₂, the least size that a tensor counts as; 0 or above. Default 0.001.</summary>
    public double Epsilon2 { get; set; } = 1e-3;

    /// <summary>Gets or sets d, the root mean square that a step is clipped at; above 0. Default 1.</summary>
    public double ClippingThreshold { get; set; } = 1;

    /// <summary>Gets or sets λ: parameters are multiplied by 1 − η·λ; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }
}
