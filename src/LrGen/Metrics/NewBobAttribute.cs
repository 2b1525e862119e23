namespace LrGen;

/// <summary>
/// Multiplies the rate by a factor when the metric has improved too little since the report before: rate ← rate · <c>factor</c> where
/// (previous − metric) ÷ |previous| &lt; <c>Threshold</c>.
/// </summary>
/// <param name="initialRate">
/// The learning rate before the first reduction; above 0 and finite. Left out beside a schedule, whose rate is multiplied then.
/// </param>
/// <param name="factor">The factor of a reduction; above 0, below 1 (LRG030).</param>
/// <param name="patience">
/// How many such reports are forgiven before each reduction, a whole number from 0; they need not come in a row.
/// </param>
/// <remarks>
/// The metric is compared with the one before, not with the best. Before the second finite metric the rate is
/// <paramref name="initialRate"/>. After a metric of 0 no share can be taken, and the improvement counts as 0. NaN and infinite metrics
/// are bad reports and are compared with nothing. For metrics above 0 this is SpeechBrain's formula, which divides by the metric
/// with its sign.
/// Source: SpeechBrain <c>NewBobScheduler</c>.
/// </remarks>
/// <example>
/// <code>
/// [NewBob(1.0, factor: 0.8, Threshold = 0.0025)]
/// public partial struct Annealing;
/// </code>
/// </example>
public sealed class NewBobAttribute(double initialRate = 0, double factor = 0.5, double patience = 0) : MetricAttribute
{
    /// <summary>Gets the learning rate before the first reduction; 0 where the schedule on the same target gives it.</summary>
    public double InitialRate { get; } = initialRate;

    /// <summary>Gets the factor of a reduction.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets how many bad reports are forgiven before each reduction.</summary>
    public double Patience { get; } = patience;

    /// <summary>Gets or sets which metrics are better. Default <see cref="MetricMode.Min"/>.</summary>
    public MetricMode Mode { get; set; }

    /// <summary>Gets or sets the smallest improvement that is enough, as a share of the metric before; 0 or above, finite. Default 0.0025.</summary>
    public double Threshold { get; set; } = 0.0025;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="InitialRate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>
    /// Gets or sets the lowest rate as a share of the initial one, from 0 to 1; instead of <see cref="Floor"/>, and beside a schedule.
    /// </summary>
    public double FloorRatio { get; set; }
}
