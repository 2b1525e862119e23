namespace LrGen;

/// <summary>
/// A rise through all rates that might do, to find the one that does: from <c>from</c> to <c>to</c> by equal ratios.
/// </summary>
/// <param name="from">The lowest learning rate; above 0 and finite.</param>
/// <param name="to">The highest learning rate; above <paramref name="from"/>.</param>
/// <param name="steps">The length, in steps; above 0.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="from"/>; from t = <paramref name="steps"/> on it is <paramref name="to"/>, unless <see cref="End"/> or
/// <see cref="AfterEnd"/> say otherwise.
/// Source: Smith, "Cyclical learning rates for training neural networks", 2017; fastai <c>lr_find</c>.
/// </remarks>
/// <example>
/// <code>
/// [RangeTest(1e-7, to: 10, steps: 100, End = End.LastStep)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class RangeTestAttribute(double from = double.NaN, double to = double.NaN, double steps = double.NaN) : ScheduleAttribute
{
    /// <summary>Gets the lowest learning rate.</summary>
    public double From { get; } = from;

    /// <summary>Gets the highest learning rate.</summary>
    public double To { get; } = to;

    /// <summary>Gets the length, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets whether the rate rises by equal differences. Default false: by equal ratios.</summary>
    public bool Linear { get; set; }

    /// <summary>Gets or sets the step that has the end value. Default <see cref="End.AtLength"/>.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets what happens after the end. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
