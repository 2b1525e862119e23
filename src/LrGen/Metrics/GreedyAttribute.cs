namespace LrGen;

/// <summary>
/// Raises the rate when the metric keeps improving, rate ← min(rate ÷ <c>factor</c>, <c>Ceiling</c>), and lowers it when it does not,
/// rate ← max(rate · <c>factor</c>, <c>Floor</c>).
/// </summary>
/// <param name="initialRate">
/// The learning rate at the start; above 0 and finite. Left out beside a schedule, whose rate is multiplied then.
/// </param>
/// <param name="factor">The factor of a reduction, by which a raise divides; above 0, below 1 (LRG030).</param>
/// <param name="patience">The rate changes after more good or more bad reports in a row than this; a whole number from 0.</param>
/// <remarks>
/// Before the first report the rate is <paramref name="initialRate"/>; the first finite metric is always an improvement. NaN and
/// infinite metrics are bad reports. There is no end. Hugging Face has a floor of 1e-3, and a window of 50 where <c>smooth</c> is on.
/// Source: Subramanian and Ganapathiraman, "GreedyLR", 2023; Hugging Face <c>GreedyLR</c>.
/// </remarks>
/// <example>
/// <code>
/// [Greedy(0.1, factor: 0.9, patience: 5, Floor = 1e-3)]
/// public partial struct GreedyRate;
/// </code>
/// </example>
public sealed class GreedyAttribute(double initialRate = 0, double factor = 0.95, double patience = 10) : MetricAttribute
{
    /// <summary>Gets the learning rate at the start; 0 where the schedule on the same target gives it.</summary>
    public double InitialRate { get; } = initialRate;

    /// <summary>Gets the factor of a reduction, by which a raise divides.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets after more than how many reports in a row the rate changes.</summary>
    public double Patience { get; } = patience;

    /// <summary>Gets or sets which metrics are better. Default <see cref="MetricMode.Min"/>.</summary>
    public MetricMode Mode { get; set; }

    /// <summary>Gets or sets how much better a metric has to be; 0 or above, finite. Default 1e-6.</summary>
    public double Threshold { get; set; } = 1e-6;

    /// <summary>Gets or sets what the threshold is measured in. Default <see cref="ThresholdMode.Absolute"/>.</summary>
    public ThresholdMode ThresholdMode { get; set; } = ThresholdMode.Absolute;

    /// <summary>Gets or sets how many reports after a reduction are not looked at; a whole number from 0. Default 0.</summary>
    public double Cooldown { get; set; }

    /// <summary>
    /// Gets or sets how many reports after a raise are not looked at (Hugging Face: <c>warmup</c>); a whole number from 0. Default 0.
    /// </summary>
    public double CooldownAfterRaise { get; set; }

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="InitialRate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>
    /// Gets or sets the lowest rate as a share of the initial one, from 0 to 1; instead of <see cref="Floor"/>, and beside a schedule.
    /// </summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the highest rate; at least <see cref="InitialRate"/>, finite. Default 1, or the initial rate if that is higher.</summary>
    public double Ceiling { get; set; } = 1;

    /// <summary>
    /// Gets or sets the highest rate as a share of the initial one, from 1; instead of <see cref="Ceiling"/>, and beside a schedule,
    /// where the default is 1.
    /// </summary>
    public double CeilingRatio { get; set; } = 1;

    /// <summary>
    /// Gets or sets the largest change that is not made, in units of the rate, beside a schedule of its scale; 0 or above, finite.
    /// Default 1e-8.
    /// </summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>
    /// Gets or sets how many of the last finite metrics are averaged before they are judged (Hugging Face: <c>window_size</c> with
    /// <c>smooth</c>); a whole number from 1 to 256, written in the attribute. Default 1, no smoothing.
    /// </summary>
    /// <remarks>
    /// Until so many have come it is the mean of those there are. Metrics of a cooldown count, NaN and infinite ones do not, and starting
    /// again empties the window. The metrics are properties of the struct, <c>Recent1</c>, <c>Recent2</c> and so on, so that they are saved
    /// with the rest; their sum is taken anew for each mean, where Hugging Face adds and takes away, and keeps the rounding errors.
    /// </remarks>
    public double Window { get; set; } = 1;

    /// <summary>
    /// Gets or sets how many reductions come due at the floor, with no raise between, until all starts again from the initial rate; a
    /// whole number from 1. Default 500.
    /// </summary>
    public double ResetAfter { get; set; } = 500;
}
