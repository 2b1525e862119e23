namespace LrGen;

/// <summary>
/// Reproducible noise on the rate: rate(t) · (1 + n(t)), where n(t) is drawn anew for each step from the seed and the step alone.
/// </summary>
/// <param name="amount">
/// The size of the noise. Uniform: n lies between −amount and amount; above 0, at most 1. Normal: the standard deviation, where draws
/// beyond four of them count as four; above 0, at most 0.25.
/// </param>
/// <remarks>
/// <para>
/// The draws are a hash of seed and step (SplitMix64), so there is no state: every order of steps, every machine and a resumed training
/// get the same rates. Normal draws are sums of 64 fair bits and a uniform rest, close to the bell curve up to four deviations.
/// </para>
/// <para>
/// <c>First</c>, <c>Peak</c> and <c>Last</c> of a struct, and the hover, are those of the schedule without noise. Before step 0 the rate
/// is that of step 0, after the end there is noise, too, unless <see cref="Steps"/> stops it.
/// Source: Neelakantan et al., "Adding Gradient Noise Improves Learning for Very Deep Networks", 2015; timm <c>noise_range_t</c>,
/// <c>noise_pct</c>, whose draws come from PyTorch's generator and cannot be had elsewhere.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Noise(0.1, Seed = 42, Begin = 500), CosineDecay(0.1, steps: 1_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class NoiseAttribute(double amount = double.NaN) : ModifierAttribute
{
    /// <summary>Gets the size of the noise.</summary>
    public double Amount { get; } = amount;

    /// <summary>Gets or sets the seed; any whole number below 2^53. Default 0.</summary>
    public double Seed { get; set; }

    /// <summary>Gets or sets the distribution. Default <see cref="NoiseKind.Uniform"/>.</summary>
    public NoiseKind Kind { get; set; }

    /// <summary>Gets or sets the first step with noise; 0 or above. Default 0.</summary>
    public double Begin { get; set; }

    /// <summary>Gets or sets how many steps have noise; above 0. Default: all from <see cref="Begin"/> on.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what the steps are counted in. Default: what the step parameter counts.</summary>
    public Unit Unit { get; set; }
}

/// <summary>The distribution of noise.</summary>
public enum NoiseKind
{
    /// <summary>Every value between the two bounds is as likely as every other.</summary>
    Uniform,

    /// <summary>The bell curve, up to four standard deviations.</summary>
    Normal,
}
