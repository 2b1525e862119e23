using System;

namespace LrGen;

/// <summary>Gradient descent that averages its parameters instead of decaying its rate, so that the length of a training need not be known.</summary>
/// <remarks>
/// <para>
/// With the gradient g, which is taken at y, the count t from 1 and the rate η: η ← η·min(1, t ÷ <see cref="WarmupSteps"/>); the weight
/// ω = tʳ·(largest η so far)^<see cref="RatePower"/>, and c = ω ÷ the sum of all ω; z ← z − η·(g + λ·y); x ← (1 − c)·x + c·z;
/// y = β·x + (1 − β)·z. The state is z.
/// </para>
/// <para>
/// The parameters are y while training. Before they are tested or saved, <see cref="M:LrGen.IScheduleFree.Evaluate"/> turns them into x.
/// </para>
/// <para>
/// The schedule is usually <see cref="ConstantAttribute"/>: the average does what a decay is for, and the warm-up is inside. Rates are 10 to
/// 50 times those of gradient descent with momentum and a schedule. The order of operations is that of the package schedule_free.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ScheduleFreeSgd(WarmupSteps = 500), Constant(1.0)]
/// public sealed partial class ImageOptimizer;
/// </code>
/// </example>
/// <seealso href="https://arxiv.org/abs/2405.15682">Defazio et al.: The road less scheduled (2024)</seealso>
/// <seealso href="https://github.com/facebookresearch/schedule_free">schedule_free</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScheduleFreeSgdAttribute : UpdateRuleAttribute
{
    /// <summary>Gets or sets β, how much of the point that gradients are taken at is the average; above 0 and below 1. Default 0.9.</summary>
    public double Beta { get; set; } = 0.9;

    /// <summary>Gets or sets λ, the share of y that is added to the gradient; 0 or above. Default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets or sets over how many updates the rate rises linearly to the scheduled one; 0 or above. Default 0.</summary>
    public double WarmupSteps { get; set; }

    /// <summary>Gets or sets r, the power of the count in the weight of an update; 0 or above. Default 0.</summary>
    public double StepPower { get; set; }

    /// <summary>Gets or sets the power of the largest rate in the weight of an update; 0 or above. Default 2.</summary>
    public double RatePower { get; set; } = 2;
}
