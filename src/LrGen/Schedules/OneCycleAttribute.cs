namespace LrGen;

/// <summary>
/// One rise and one fall: from <c>peak</c> ÷ <c>InitialDivisor</c> to <c>peak</c>, and down to <c>peak</c> ÷ (<c>InitialDivisor</c> · <c>FinalDivisor</c>).
/// </summary>
/// <param name="peak">The highest learning rate; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 1.</param>
/// <remarks>
/// Step 0 has the initial rate, step <see cref="RiseShare"/> · steps − 1 the peak, and step steps − 1, the last of the training, the final
/// rate, which is held afterwards. With <see cref="ThreePhase"/> the rate falls back to the initial one as fast as it rose, until
/// 2 · RiseShare · steps − 2, and then to the final one. A peak that lies between two steps is passed, not reached.
/// Source: Smith and Topin, "Super-convergence", 2018; PyTorch <c>OneCycleLR</c>.
/// </remarks>
/// <example>
/// <code>
/// [OneCycle(0.1, steps: 10_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class OneCycleAttribute(double peak = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the highest learning rate.</summary>
    public double Peak { get; } = peak;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the share of the steps in which the rate rises; above 0, below 1 (three phases: at most 0.5). Default 0.3.</summary>
    public double RiseShare { get; set; } = 0.3;

    /// <summary>Gets or sets how many times the peak is above the initial rate; 1 or above. Default 25.</summary>
    public double InitialDivisor { get; set; } = 25;

    /// <summary>Gets or sets how many times the initial rate is above the final one; 1 or above. Default 10,000.</summary>
    public double FinalDivisor { get; set; } = 1e4;

    /// <summary>Gets or sets how the rate rises and falls. Default <see cref="Interpolation.Cosine"/>.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Cosine;

    /// <summary>Gets or sets whether the rate falls as fast as it rose before it goes to the final rate. Default false.</summary>
    public bool ThreePhase { get; set; }
}
