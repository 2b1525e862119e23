namespace LrGen;

/// <summary>
/// A short linear rise and a long linear fall: from <c>peak</c> ÷ <c>Ratio</c> to <c>peak</c> and back.
/// </summary>
/// <param name="peak">The highest learning rate; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 1.</param>
/// <remarks>
/// Before step 0 the rate is peak ÷ <see cref="Ratio"/>; the peak is at step ⌊steps · <see cref="CutShare"/>⌋, and from t = steps on the rate is
/// peak ÷ Ratio again.
/// Source: Howard and Ruder, "ULMFiT", 2018; AllenNLP <c>slanted_triangular</c>.
/// </remarks>
/// <example>
/// <code>
/// [SlantedTriangular(0.01, steps: 1_600)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class SlantedTriangularAttribute(double peak = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the highest learning rate.</summary>
    public double Peak { get; } = peak;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the share of the steps in which the rate rises; above 0, below 1, and at least one step. Default 0.1.</summary>
    public double CutShare { get; set; } = 0.1;

    /// <summary>Gets or sets how many times the peak is above the lowest rate; 1 or above. Default 32.</summary>
    public double Ratio { get; set; } = 32;
}
