namespace LrGen;

/// <summary>
/// The Transformer's schedule: rate(t) = <c>Factor</c> ÷ √<c>modelSize</c> · min(t ÷ w^1.5, 1 ÷ √t), w = <c>warmupSteps</c>.
/// </summary>
/// <param name="modelSize">The width of the model, d_model; above 0.</param>
/// <param name="warmupSteps">The steps of the linear rise; above 0.</param>
/// <remarks>
/// Before step 0 the rate is 0; it rises to its peak, <see cref="Factor"/> ÷ √(modelSize · warmupSteps), at step w, and decays for ever, or until
/// <see cref="Steps"/>. The rate at step 0 is 0: call it with step + 1 for the 1-based form of tensor2tensor.
/// Source: Vaswani and others, "Attention is all you need", 2017; Paddle <c>NoamDecay</c>, NeMo <c>NoamHoldAnnealing</c>.
/// </remarks>
/// <example>
/// <code>
/// [Noam(modelSize: 512, warmupSteps: 4_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class NoamAttribute(double modelSize = double.NaN, double warmupSteps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the width of the model.</summary>
    public double ModelSize { get; } = modelSize;

    /// <summary>Gets the steps of the linear rise.</summary>
    public double WarmupSteps { get; } = warmupSteps;

    /// <summary>Gets or sets what the whole schedule is multiplied by; above 0. Default 1.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>Gets or sets how many steps the peak is held before the decay, which then sees t − HoldSteps; 0 or above. Default 0.</summary>
    public double HoldSteps { get; set; }

    /// <summary>Gets or sets the power of the decay, peak · (w ÷ t)^Power; above 0. Default ½, the inverse square root.</summary>
    public double Power { get; set; } = 0.5;

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
