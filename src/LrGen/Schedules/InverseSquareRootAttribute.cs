namespace LrGen;

/// <summary>
/// A decay by the inverse square root of time: rate(t) = <c>rate</c> ÷ √(1 + t ÷ <c>timescale</c>).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="timescale">The steps after which the rate has fallen to 1 ÷ √2; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; with <see cref="Steps"/> the rate at that step is held afterwards, without it the
/// rate decays for ever, to 0 or to the floor. After a warm-up of as many steps as the timescale it is the rate · √(w ÷ t) of fairseq and
/// Megatron-LM, t counted from the start of the training.
/// Source: Vaswani and others, "Attention is all you need", 2017; Hugging Face <c>inverse_sqrt</c>, big_vision <c>rsqrt</c>.
/// </remarks>
/// <example>
/// <code>
/// [Warmup(4_000), InverseSquareRoot(5e-4, timescale: 4_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class InverseSquareRootAttribute(double rate = double.NaN, double timescale = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the steps after which the rate has fallen to 1 ÷ √2.</summary>
    public double Timescale { get; } = timescale;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
