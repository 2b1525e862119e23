namespace LrGen;

/// <summary>
/// A linear rise, a rate that stays, and a fall by equal ratios.
/// </summary>
/// <param name="rate">The highest learning rate; above 0 and finite.</param>
/// <param name="warmupSteps">The steps of the rise; above 0, or at run time 0 to begin at the highest rate.</param>
/// <param name="holdSteps">The steps at the highest rate; above 0, or at run time 0 to fall at once.</param>
/// <param name="decaySteps">The steps of the fall; above 0, or at run time 0 for a drop to the last rate.</param>
/// <remarks>
/// Before step 0 the rate is rate · <see cref="InitialRatio"/>; the fall, rate · <see cref="FinalRatio"/>^(u ÷ decaySteps), reaches
/// rate · FinalRatio at t = warmupSteps + holdSteps + decaySteps, where it stays.
/// Source: Park and others, "SpecAugment", 2019; fairseq <c>tri_stage</c>.
/// </remarks>
/// <example>
/// <code>
/// [TriStage(1e-3, warmupSteps: 1_000, holdSteps: 40_000, decaySteps: 160_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class TriStageAttribute(double rate = double.NaN, double warmupSteps = double.NaN, double holdSteps = double.NaN, double decaySteps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the highest learning rate.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the steps of the rise.</summary>
    public double WarmupSteps { get; } = warmupSteps;

    /// <summary>Gets the steps at the highest rate.</summary>
    public double HoldSteps { get; } = holdSteps;

    /// <summary>Gets the steps of the fall.</summary>
    public double DecaySteps { get; } = decaySteps;

    /// <summary>Gets or sets the first rate as a share of the highest; 0 or above. Default 0.01.</summary>
    public double InitialRatio { get; set; } = 0.01;

    /// <summary>Gets or sets the last rate as a share of the highest; above 0, at most 1. Default 0.01.</summary>
    public double FinalRatio { get; set; } = 0.01;
}
