namespace LrGen;

/// <summary>
/// Integers from low to high, both included: low + step · k for k from 0 to ⌊(high − low) / step⌋, all alike.
/// </summary>
/// <param name="low">The lowest value.</param>
/// <param name="high">The highest value; at least <paramref name="low"/>. Where the step does not meet it, it is not reached.</param>
/// <remarks>For parameters of the integer types. A grid has every value.</remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([IntegerRange(1, 4)] int Layers, [IntegerRange(32, 256, Step = 32)] int Width);
/// </code>
/// </example>
public sealed class IntegerRangeAttribute(long low, long high) : DimensionAttribute
{
    /// <summary>Gets the lowest value.</summary>
    public long Low { get; } = low;

    /// <summary>Gets the highest value.</summary>
    public long High { get; } = high;

    /// <summary>Gets or sets the distance between two values; above 0. Default 1.</summary>
    public long Step { get; set; } = 1;
}
