namespace LrGen;

/// <summary>
/// Values whose logarithm is uniform: low · (high / low)^u for u from 0 to 1. Every decade has the same share.
/// </summary>
/// <param name="low">The lowest value; above 0 and finite.</param>
/// <param name="high">The highest value; above <paramref name="low"/> and finite.</param>
/// <remarks>
/// For parameters of type <c>double</c> and <c>float</c>. The power is a polynomial of LrGen's own, not the platform's, so the bits are the same
/// everywhere; it is within 1 part in 10^14 of the exact value. Values of a grid are exact to the last bit.
/// Source: Bengio, "Practical recommendations for gradient-based training of deep architectures", 2012, on learning rates by their logarithm.
/// </remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([LogUniform(1e-5, 1e-1, Points = 9)] double Rate);
/// </code>
/// </example>
public sealed class LogUniformAttribute(double low, double high) : DimensionAttribute
{
    /// <summary>Gets the lowest value.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the highest value.</summary>
    public double High { get; } = high;

    /// <summary>
    /// Gets or sets how many values a grid has, by equal ratios from <see cref="Low"/> to <see cref="High"/>; 2 to 1,000. Default 5.
    /// </summary>
    public int Points { get; set; } = 5;
}
