namespace LrGen;

/// <summary>How a range test smooths the loss, and when it stops. The defaults are fastai's.</summary>
/// <remarks>Source: fastai <c>LRFinder</c> and <c>AvgSmoothLoss</c>; pytorch-lr-finder <c>range_test</c>.</remarks>
public sealed record RangeTestOptions
{
    /// <summary>Gets the options of fastai's <c>lr_find</c>: smoothing 0.98 without bias, stop at 4 times the best loss.</summary>
    public static RangeTestOptions FastAi { get; } = new();

    /// <summary>Gets the options of pytorch-lr-finder: smoothing 0.95 from the first loss on, stop at 5 times the best loss; skip 10 and 5.</summary>
    public static RangeTestOptions PyTorchLrFinder { get; } = new() { Smoothing = 0.95, StartsAtFirstLoss = true, DivergenceFactor = 5, SkipStart = 10 };

    /// <summary>Gets how much of the average stays at each step; 0 (no smoothing) to below 1. Default 0.98.</summary>
    public double Smoothing { get; init; } = 0.98;

    /// <summary>
    /// Gets whether the average begins at the first loss. Default false: it begins at 0 and is divided by 1 − smoothing^n, which takes the bias away.
    /// </summary>
    public bool StartsAtFirstLoss { get; init; }

    /// <summary>
    /// Gets at how many times the best smoothed loss the test stops; above 1, or infinite to stop only at NaN. Default 4. Where a smoothed loss was 0 or
    /// below, no multiple of it says anything, and only NaN stops the test.
    /// </summary>
    public double DivergenceFactor { get; init; } = 4;

    /// <summary>
    /// Gets how many points at the start no suggestion looks at; 0 or above. Default null: a tenth of the steps of the test.
    /// </summary>
    public int? SkipStart { get; init; }

    /// <summary>Gets how many points at the end no suggestion looks at; 0 or above. Default 5.</summary>
    public int SkipEnd { get; init; } = 5;
}
