namespace LrGen;

/// <summary>
/// Eden, a decay by two clocks: rate(t) = <c>rate</c> · ((1 + t² ÷ <c>batches</c>²) · (1 + e² ÷ <see cref="Epochs"/>²))^(−<see cref="Power"/>), where e is
/// the number of whole epochs, ⌊t ÷ <see cref="StepsPerEpoch"/>⌋.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="batches">The steps after which the decay sets in; above 0. icefall uses 5000 to 7500.</param>
/// <remarks>
/// Without <see cref="Epochs"/> the second factor is absent; <see cref="StepsPerEpoch"/> can come from <see cref="TrainingAttribute"/>. Before step 0 the rate is <paramref name="rate"/>; with
/// <see cref="Steps"/> the rate at that step is held afterwards, without it the rate decays for ever.
/// Source: icefall's <c>Eden</c>, and <c>Eden2</c>, which has no epochs and a power of ½. Their warm-up is
/// [Warmup(500, FromRatio = 0.5, Join = Join.Multiply)].
/// </remarks>
/// <example>
/// <code>
/// [Warmup(500, FromRatio = 0.5, Join = Join.Multiply)]
/// [EdenDecay(0.045, batches: 7_500, Epochs = 3.5, StepsPerEpoch = 4_800)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class EdenDecayAttribute(double rate = double.NaN, double batches = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the steps after which the decay by steps sets in.</summary>
    public double Batches { get; } = batches;

    /// <summary>Gets or sets the epochs after which the decay by epochs sets in; above 0. Without it there is none. icefall uses 3.5 to 6.</summary>
    public double Epochs { get; set; } = double.NaN;

    /// <summary>Gets or sets the steps of an epoch; above 0, and needed with <see cref="Epochs"/>.</summary>
    public double StepsPerEpoch { get; set; } = double.NaN;

    /// <summary>Gets or sets the power of both factors; above 0. Default 0.25.</summary>
    public double Power { get; set; } = 0.25;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
