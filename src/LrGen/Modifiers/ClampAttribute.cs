namespace LrGen;

/// <summary>
/// A schedule kept between two bounds: min(max(rate(t), <c>low</c>), <c>high</c>).
/// </summary>
/// <param name="low">The lowest rate; 0 or above. Default 0: no lower bound.</param>
/// <param name="high">The highest rate; above 0, at least <paramref name="low"/>. Default: no upper bound.</param>
/// <remarks>
/// It holds for every step, also for the warm-up and after the end. Give at least one of the two.
/// Source: Optax <c>end_value</c>, fairseq <c>min_lr</c>, t5x <c>min_learning_rate</c>.
/// </remarks>
/// <example>
/// <code>
/// [Clamp(low: 1e-5), Warmup(1_000), InverseSquareRoot(1e-3, timescale: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class ClampAttribute(double low = 0, double high = double.PositiveInfinity) : ModifierAttribute
{
    /// <summary>Gets the lowest rate.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the highest rate.</summary>
    public double High { get; } = high;
}
