using System;

namespace LrGen;

/// <summary>AdamW that averages its parameters instead of decaying its rate, so that the length of a training need not be known.</summary>
/// <remarks>
/// <para>
/// With the gradient g, which is taken at y, the count t from 1 and the rate η: η ← η·min(1, t ÷ <see cref="WarmupSteps"/>); the weight
/// ω = tʳ·(largest η so far)^<see cref="RatePower"/>, and c = ω ÷ the sum of all ω; v ← β₂·v + (1 − β₂)·g²;
/// d = g ÷ (√(v ÷ (1 − β₂ᵗ)) + ε) + λ·y; z ← z − η·d; x ← (1 − c)·x + c·z; y = β₁·x + (1 − β₁)·z. The state is v and z.
/// </para>
/// <para>
/// The parameters are y while training. Before they are tested or saved, <see cref="M:LrGen.IScheduleFree.Evaluate"/> turns them into x.
/// </para>
/// <para>
/// The schedule is usually <see cref="ConstantAttribute"/>: the average does what a decay is for, and the warm-up is inside. Rates are 1 to
/// 10 times those of AdamW with a schedule. The order of operations is that of the package schedule_free.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ScheduleFreeAdamW(WarmupSteps = 500, WeightDecay = 0.01), Constant(2.5e-3)]
/// public sealed partial class DigitsOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/2405.15682">Defazio et al.: The road less scheduled (2024)</seealso>
/// <seealso href="https://github.com/facebookresearch/schedule_free">schedule_free</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScheduleFreeAdamWAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β₁, how much of the point that gradients are taken at is the average; above 0 and below 1. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β₂, the decay factor of the mean of squares, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets ε, which is added to the root; 0 or above. Default 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets λ, the share of y that is added to Adam's step; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets or sets over how many updates the rate rises linearly to the scheduled one; 0 or above. Default 0.</summary>
    public double WarmupSteps { get; set; }

    /// <summary>Gets or sets r, the power of the count in the weight of an update; 0 or above. Default 0.</summary>
    public double StepPower { get; set; }

    /// <summary>Gets or sets the power of the largest rate in the weight of an update; 0 or above. Default 2.</summary>
    public double RatePower { get; set; } = 2;
}
