namespace LrGen;

/// <summary>
/// Multiplies the rate by a factor when the metric has not improved for a while: rate ← max(rate · <c>factor</c>, <c>Floor</c>).
/// </summary>
/// <param name="initialRate">
/// The learning rate before the first reduction; above 0 and finite. Left out beside a schedule, whose rate is multiplied then.
/// </param>
/// <param name="factor">The factor of a reduction; above 0, below 1 (LRG030).</param>
/// <param name="patience">
/// How many bad reports in a row are forgiven, a whole number from 0; <see cref="PatienceRule"/> says how it is counted.
/// </param>
/// <remarks>
/// Before the first report the rate is <paramref name="initialRate"/>; the first finite metric is always an improvement. NaN and
/// infinite metrics are bad reports. A reduction of no more than <see cref="Epsilon"/> is not made, and the report says
/// <see cref="MetricReport.AtFloor"/>.
/// Source: PyTorch and Keras <c>ReduceLROnPlateau</c>, Optax <c>reduce_on_plateau</c>, Paddle <c>ReduceOnPlateau</c>.
/// </remarks>
/// <example>
/// <code>
/// [ReduceOnPlateau(0.1, factor: 0.5, patience: 3, Floor = 1e-4)]
/// public partial struct Plateau;
/// </code>
/// </example>
public sealed class ReduceOnPlateauAttribute(double initialRate = 0, double factor = 0.1, double patience = 10) : MetricAttribute
{
    /// <summary>Gets the learning rate before the first reduction; 0 where the schedule on the same target gives it.</summary>
    public double InitialRate { get; } = initialRate;

    /// <summary>Gets the factor of a reduction.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets how many bad reports in a row are forgiven.</summary>
    public double Patience { get; } = patience;

    /// <summary>Gets or sets the system whose defaults the options below have. Default <see cref="PlateauDialect.PyTorch"/>.</summary>
    public PlateauDialect Dialect { get; set; }

    /// <summary>Gets or sets which metrics are better. Default <see cref="MetricMode.Min"/>.</summary>
    public MetricMode Mode { get; set; }

    /// <summary>Gets or sets how much better a metric has to be; 0 or above, finite. Default 1e-4.</summary>
    public double Threshold { get; set; } = 1e-4;

    /// <summary>Gets or sets what the threshold is measured in. Default: the dialect's.</summary>
    public ThresholdMode ThresholdMode { get; set; }

    /// <summary>
    /// Gets or sets how much better a metric has to be in its own unit, beside the share of a relative <see cref="Threshold"/>
    /// (Optax: <c>atol</c> beside <c>rtol</c>); 0 or above, finite. Default 0.
    /// </summary>
    /// <remarks>With <see cref="MetricMode.Min"/> a metric is then better below best − threshold · |best| − this.</remarks>
    public double AbsoluteThreshold { get; set; }

    /// <summary>
    /// Gets or sets how many metrics are averaged before the mean is judged like one report (Optax: <c>accumulation_size</c>), for losses of
    /// single batches; a whole number from 1, written in the attribute. Default 1.
    /// </summary>
    /// <remarks>
    /// The reports in between say <see cref="MetricReport.Accumulating"/>. A mean that has a NaN or infinite metric in it is bad. Patience and
    /// cooldown count means.
    /// </remarks>
    public double AccumulationSize { get; set; } = 1;

    /// <summary>Gets or sets how the patience is counted. Default: the dialect's.</summary>
    public PatienceRule PatienceRule { get; set; }

    /// <summary>Gets or sets how many reports after a reduction are not counted; a whole number from 0. Default 0.</summary>
    public double Cooldown { get; set; }

    /// <summary>Gets or sets what a report does in that time. Default: the dialect's.</summary>
    public CooldownOrder CooldownOrder { get; set; }

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="InitialRate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>
    /// Gets or sets the lowest rate as a share of the initial one, from 0 to 1; instead of <see cref="Floor"/>, and beside a schedule.
    /// </summary>
    public double FloorRatio { get; set; }

    /// <summary>
    /// Gets or sets the largest reduction that is not made, in units of the rate, beside a schedule of its scale; 0 or above, finite.
    /// Default: the dialect's, 1e-8 or 0.
    /// </summary>
    public double Epsilon { get; set; }
}
