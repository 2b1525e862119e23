namespace LrGen;

/// <summary>
/// The way to the constant rate of weight averaging: from <c>rate</c> to <c>swaRate</c> in <c>steps</c>, along a half wave of the cosine or a line.
/// </summary>
/// <param name="rate">The learning rate at step 0, that of the training before; above 0 and finite.</param>
/// <param name="swaRate">The learning rate to average at; above 0 and finite, below or above <paramref name="rate"/>.</param>
/// <param name="steps">The length of the way, in steps; above 0. Default 10.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; from t = <paramref name="steps"/> on it is <paramref name="swaRate"/>. It is made to be the
/// last of several phases.
/// Source: Izmailov and others, "Averaging weights leads to wider optima and better generalization", 2018; PyTorch <c>SWALR</c>.
/// </remarks>
/// <example>
/// <code>
/// [CosineDecay(0.1, steps: 75, Floor = 0.01), SwaAnneal(0.01, swaRate: 0.05, steps: 5)]
/// public static partial double Rate(int epoch);
/// </code>
/// </example>
public sealed class SwaAnnealAttribute(double rate = double.NaN, double swaRate = double.NaN, double steps = 10) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the learning rate to average at.</summary>
    public double SwaRate { get; } = swaRate;

    /// <summary>Gets the length of the way, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets how the rate goes from one to the other. Default <see cref="Interpolation.Cosine"/>.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Cosine;
}
