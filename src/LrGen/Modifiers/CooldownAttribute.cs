namespace LrGen;

/// <summary>
/// A fall over the last steps of the schedule: from the rate r that it has <c>steps</c> before its end, by default
/// rate(t) = To + (r − To) · (1 − x), with x the covered share of the cooldown.
/// </summary>
/// <param name="steps">The length of the cooldown, in steps; above 0, or at run time 0 for a drop at the end; at most the length of the schedule.</param>
/// <remarks>
/// <para>
/// It takes the place of the last steps of the schedule, so that the length stays what it is. A schedule without an end is cut where
/// the training ends, which <see cref="TrainingAttribute"/> has to say. With <see cref="Join.Multiply"/> the schedule goes on underneath
/// and is multiplied by the fall from 1 to <see cref="ToRatio"/>.
/// </para>
/// <para>
/// Before step 0 the rate is that of step 0; after the end it is <see cref="To"/>.
/// Source: Hu et al., "MiniCPM", 2024; Hägele et al., "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations", 2024;
/// open_clip <c>const-cooldown</c>, big_vision's <c>cooldown_steps</c> (<see cref="Join.Multiply"/>).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Warmup(1_000), InverseSquareRoot(1e-3, timescale: 1_000, Steps = 99_000), Cooldown(20_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class CooldownAttribute(double steps = double.NaN) : ModifierAttribute
{
    /// <summary>Gets the length of the cooldown, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the length as a share of the training, above 0 and at most 1; instead of <see cref="Steps"/>.</summary>
    public double Fraction { get; set; }

    /// <summary>Gets or sets the rate at the end; 0 or above. Default 0.</summary>
    public double To { get; set; }

    /// <summary>Gets or sets the rate at the end as a share of the one that the cooldown starts from; instead of <see cref="To"/>.</summary>
    public double ToRatio { get; set; }

    /// <summary>Gets or sets the shape. Default <see cref="CooldownShape.Linear"/>.</summary>
    public CooldownShape Shape { get; set; }

    /// <summary>Gets or sets how the cooldown meets the schedule: <see cref="Join.After"/>, the default, or <see cref="Join.Multiply"/>.</summary>
    public Join Join { get; set; }

    /// <summary>Gets or sets what the steps are counted in. Default: what the step parameter counts.</summary>
    public Unit Unit { get; set; }
}
