using LrGen;

namespace App;

/// <summary>The application's own schedules.</summary>
public static partial class Rates
{
    /// <summary>One attribute, one method.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The rate.</returns>
    [LinearDecay(1, 0, steps: 8)]
    public static partial double Linear(long step);

    /// <summary>The narrowest numbers.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The rate.</returns>
    [StepDecay(0.5, every: 4, factor: 0.5)]
    public static partial Half Narrow(sbyte step);

    /// <summary>Values that are known at run time.</summary>
    /// <param name="step">The step.</param>
    /// <param name="from">The rate of the first step.</param>
    /// <param name="steps">The length.</param>
    /// <returns>The rate.</returns>
    [LinearDecay(to: 0.25)]
    public static partial double Settings(int step, double from, int steps);
}

/// <summary>A schedule without anything to set.</summary>
[Warmup(1_000), CosineDecay(3e-4, steps: 64_000, Floor = 3e-5)]
public readonly partial struct Cosine;

/// <summary>A schedule that ends with a formula, not with a constant.</summary>
[ExponentialDecay(1e-3, factor: 0.96, every: 1_000)]
public readonly partial struct Exponential;

/// <summary>A schedule whose values come from a primary constructor.</summary>
/// <param name="rate">The rate of the first step.</param>
/// <param name="steps">The length.</param>
[PolynomialDecay(power: 2)]
public readonly partial struct Square(double rate, int steps);

/// <summary>A schedule whose values can be compared and printed.</summary>
/// <param name="Rate">The rate of the first step.</param>
/// <param name="Every">The length of a level.</param>
[StepDecay(factor: 0.5)]
public readonly partial record struct Levels(double Rate, int Every);
