namespace LrGen;

/// <summary>
/// A fall along the logistic function: rate(t) = floor + (<c>rate</c> − floor) ÷ (1 + e^(<c>steepness</c> · (t − <c>midpoint</c>))).
/// </summary>
/// <param name="rate">The learning rate that the fall begins at; above 0 and finite.</param>
/// <param name="midpoint">The step at which the rate is half way to the floor; above 0.</param>
/// <param name="steepness">How fast it falls there: a quarter of the range per step is a steepness of 1; above 0.</param>
/// <remarks>
/// The rate at step 0, and before, is a little below <paramref name="rate"/>, the less the larger steepness · midpoint is. With
/// <see cref="Steps"/> the rate at that step is held afterwards, without it the rate tends to the floor.
/// Source: darknet's learning-rate policy <c>sig</c>, whose <c>gamma</c> and <c>step</c> are steepness and midpoint.
/// </remarks>
/// <example>
/// <code>
/// [SigmoidDecay(0.1, midpoint: 10_000, steepness: 0.001)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class SigmoidDecayAttribute(double rate = double.NaN, double midpoint = double.NaN, double steepness = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the learning rate that the fall begins at.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets the step at which the rate is half way to the floor.</summary>
    public double Midpoint { get; } = midpoint;

    /// <summary>Gets how fast the rate falls at <see cref="Midpoint"/>.</summary>
    public double Steepness { get; } = steepness;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
