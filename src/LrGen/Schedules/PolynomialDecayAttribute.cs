namespace LrGen;

/// <summary>
/// A decay by a power of the share that is left: rate(t) = floor + (<c>rate</c> − floor) · (1 − t ÷ <c>steps</c>)^<c>power</c>.
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <param name="power">The power; above 0. 1 is a straight line, below 1 falls late, above 1 falls early. Default 1.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; from t = <paramref name="steps"/> on it is the floor, unless <see cref="End"/>
/// or <see cref="AfterEnd"/> say otherwise.
/// Source: PyTorch <c>PolynomialLR</c>, Optax <c>polynomial_schedule</c>, Keras <c>PolynomialDecay</c>.
/// </remarks>
/// <example>
/// <code>
/// [PolynomialDecay(0.01, steps: 160_000, power: 0.9)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class PolynomialDecayAttribute(double rate = double.NaN, double steps = double.NaN, double power = 1) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets the power.</summary>
    public double Power { get; } = power;

    /// <summary>Gets or sets the end value; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the end value as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>
    /// Gets or sets whether the decay goes on after its end: at each multiple N of <see cref="Steps"/> the rate is the floor, and the next step
    /// is one of a decay over N + steps. It then never ends. Default false. The <c>cycle=True</c> of Keras and Paddle.
    /// </summary>
    public bool Cycling { get; set; }

    /// <summary>Gets or sets the power of t ÷ steps: the base is 1 − (t ÷ steps)^TimePower; above 0. Default 1. timm's <c>k_decay</c>.</summary>
    public double TimePower { get; set; } = 1;

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
