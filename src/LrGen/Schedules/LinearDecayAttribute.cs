namespace LrGen;

/// <summary>
/// A straight line: rate(t) = <c>from</c> + (<c>to</c> − <c>from</c>) · t ÷ <c>steps</c>.
/// </summary>
/// <param name="from">The learning rate at step 0; 0 or above, finite.</param>
/// <param name="to">The learning rate at the end; 0 or above, finite. It may be above <paramref name="from"/>: the line then rises.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="from"/>; from t = <paramref name="steps"/> on it is <paramref name="to"/>, unless
/// <see cref="End"/> or <see cref="AfterEnd"/> say otherwise. One of the two rates has to be above 0.
/// Source: PyTorch <c>LinearLR</c>, Optax <c>linear_schedule</c>.
/// </remarks>
/// <example>
/// <code>
/// [LinearDecay(0.1, to: 0, steps: 10_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class LinearDecayAttribute(double from = double.NaN, double to = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double From { get; } = from;

    /// <summary>Gets the learning rate at the end.</summary>
    public double To { get; } = to;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
