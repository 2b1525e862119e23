namespace LrGen;

/// <summary>
/// A rate that stays, and then a half wave of the cosine down to the floor over the rest of the <c>steps</c>.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>, and so it is until t = <see cref="FlatShare"/> · steps; from t = steps on it is the floor.
/// Source: fastai <c>fit_flat_cos</c>.
/// </remarks>
/// <example>
/// <code>
/// [FlatCosine(0.01, steps: 10_000, FloorRatio = 1e-5)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class FlatCosineAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the share of the steps in which the rate stays; above 0, below 1. Default 0.75.</summary>
    public double FlatShare { get; set; } = 0.75;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
