namespace LrGen;

/// <summary>
/// A cosine under a falling line: rate(t) = floor + (<c>rate</c> − floor) · ((<see cref="Alpha"/> + 1 − x) · (1 + cos(2π · <see cref="Periods"/> · x)) ÷ 2
/// + <see cref="Beta"/>), x = t ÷ <c>steps</c>.
/// </summary>
/// <param name="rate">The learning rate at step 0, but for <see cref="Alpha"/> and <see cref="Beta"/>; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// At step 0, and before, the rate is floor + (rate − floor) · (1 + Alpha + Beta), with the defaults a thousandth above
/// <paramref name="rate"/>; from t = <paramref name="steps"/> on it is what the formula gives at x = 1.
/// Source: Bello and others, "Neural optimizer search with reinforcement learning", 2017; TensorFlow 1 <c>linear_cosine_decay</c>. OLMo's
/// <c>CosLinearEnvelope</c> has Beta = 0 and a floor.
/// </remarks>
/// <example>
/// <code>
/// [LinearCosineDecay(0.1, steps: 10_000, Beta = 0, Floor = 0.001)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class LinearCosineDecayAttribute(double rate = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0, but for <see cref="Alpha"/> and <see cref="Beta"/>.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets how many waves of the cosine lie under the line; above 0 and at most 32. Default 0.5: one fall.</summary>
    public double Periods { get; set; } = 0.5;

    /// <summary>Gets or sets what the line is raised by, as a share of the range; 0 or above. Default 0.</summary>
    public double Alpha { get; set; }

    /// <summary>Gets or sets what the rate is raised by, as a share of the range; 0 or above. Default 0.001.</summary>
    public double Beta { get; set; } = 0.001;

    /// <summary>Gets or sets what the rate falls to without <see cref="Alpha"/> and <see cref="Beta"/>; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the same as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
