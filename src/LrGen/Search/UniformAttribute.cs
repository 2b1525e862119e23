namespace LrGen;

/// <summary>
/// Values between two bounds, all alike: low + (high − low) · u for u from 0 to 1.
/// </summary>
/// <param name="low">The lowest value; finite.</param>
/// <param name="high">The highest value; above <paramref name="low"/> and finite.</param>
/// <remarks>For parameters of type <c>double</c> and <c>float</c>.</remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([Uniform(0.8, 0.99)] double Momentum);
/// </code>
/// </example>
public sealed class UniformAttribute(double low, double high) : DimensionAttribute
{
    /// <summary>Gets the lowest value.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the highest value.</summary>
    public double High { get; } = high;

    /// <summary>
    /// Gets or sets how many values a grid has, by equal differences from <see cref="Low"/> to <see cref="High"/>; 2 to 1,000. Default 5.
    /// </summary>
    public int Points { get; set; } = 5;
}
