namespace LrGen;

/// <summary>
/// Cycles for ever, by default triangles: up from <c>low</c> to <c>high</c> in <c>stepsUp</c> steps, down again in <see cref="StepsDown"/>, and so on.
/// </summary>
/// <param name="low">The lowest learning rate, at step 0 and between the cycles; 0 or above.</param>
/// <param name="high">The highest learning rate, at the top of the first cycle; above <paramref name="low"/>.</param>
/// <param name="stepsUp">The steps of the rise; above 0.</param>
/// <remarks>
/// At step t of cycle i the rate is low + (high − low) · h · a, where h goes from 0 to 1 and back in the form of <see cref="Wave"/>, and a is 1, or 2^(−i), or
/// <see cref="Factor"/>^t, by <see cref="Amplitude"/>. Before step 0 the rate is <paramref name="low"/>; the cycles never end. Once a is
/// below 2^(−1000), the rate is <paramref name="low"/>.
/// Source: Smith, "Cyclical learning rates for training neural networks", 2017; PyTorch and Paddle <c>CyclicLR</c> (triangular,
/// triangular2, exp_range); ParameterSchedulers.jl <c>Sin</c>, <c>SinDecay2</c>, <c>SinExp</c>; ignite <c>CosineAnnealingScheduler</c>.
/// </remarks>
/// <example>
/// <code>
/// [Cyclic(0.001, high: 0.006, stepsUp: 2_000, Amplitude = CycleAmplitude.Halving)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class CyclicAttribute(double low = double.NaN, double high = double.NaN, double stepsUp = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the lowest learning rate.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the highest learning rate.</summary>
    public double High { get; } = high;

    /// <summary>Gets the steps of the rise.</summary>
    public double StepsUp { get; } = stepsUp;

    /// <summary>Gets or sets the steps of the fall; above 0. Without it they are as many as those of the rise.</summary>
    public double StepsDown { get; set; } = double.NaN;

    /// <summary>Gets or sets the form of a cycle. Default <see cref="CycleWave.Triangle"/>.</summary>
    public CycleWave Wave { get; set; }

    /// <summary>Gets or sets how the cycles become lower. Default <see cref="CycleAmplitude.Constant"/>: they do not.</summary>
    public CycleAmplitude Amplitude { get; set; }

    /// <summary>
    /// Gets or sets the decay factor of each step, for <see cref="CycleAmplitude.Exponential"/>; above 0 and below 1.
    /// </summary>
    public double Factor { get; set; } = double.NaN;
}
