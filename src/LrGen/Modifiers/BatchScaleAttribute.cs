namespace LrGen;

/// <summary>
/// A rate given for one batch size, for a training with another: rate(t) · <c>batch</c> ÷ <c>reference</c>, or the square root of it.
/// </summary>
/// <param name="batch">
/// The batch size of this training, over all devices and accumulated gradients; above 0. Left out: the one of <see cref="TrainingAttribute"/>.
/// </param>
/// <param name="reference">The batch size that the declared rates are for; above 0. Default 256.</param>
/// <remarks>
/// It multiplies the whole schedule as <see cref="ScaleAttribute"/> does, before and after it as well.
/// Source: Goyal et al., "Accurate, Large Minibatch SGD", 2017 (linear); Krizhevsky, "One weird trick", 2014 (square root); timm,
/// big_vision.
/// </remarks>
/// <example>
/// <code>
/// [BatchScale(1_024, reference: 256), Warmup(5), CosineDecay(0.1, steps: 85)]
/// public static partial double Rate(int epoch);
/// </code>
/// </example>
public sealed class BatchScaleAttribute(double batch = double.NaN, double reference = 256) : ModifierAttribute
{
    /// <summary>Gets the batch size of this training.</summary>
    public double Batch { get; } = batch;

    /// <summary>Gets the batch size that the declared rates are for.</summary>
    public double Reference { get; } = reference;

    /// <summary>Gets or sets the rule. Default <see cref="BatchRule.Linear"/>.</summary>
    public BatchRule Rule { get; set; }
}

/// <summary>How a rate grows with the batch size.</summary>
public enum BatchRule
{
    /// <summary>In proportion: SGD.</summary>
    Linear,

    /// <summary>With the square root: Adam and its relatives.</summary>
    SquareRoot,
}
