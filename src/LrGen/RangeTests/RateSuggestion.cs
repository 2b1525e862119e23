namespace LrGen;

/// <summary>How a rate is read off the curve of a range test.</summary>
/// <remarks>Source: fastai <c>steep</c>, <c>valley</c>, <c>minimum</c> and <c>slide</c>; pytorch-lr-finder's <c>plot(suggest_lr=True)</c>.</remarks>
public enum RateSuggestion
{
    /// <summary>Where the loss falls fastest over the logarithm of the rate: the least Δloss / Δln rate.</summary>
    Steepest,

    /// <summary>Halfway down the longest valley: a third and a sixth into the longest falling subsequence of losses.</summary>
    Valley,

    /// <summary>A tenth of the rate with the lowest loss.</summary>
    MinimumTenth,

    /// <summary>
    /// Where two slopes 15 points apart, slid down from the high end, differ by no more than 0.005: before the loss begins to turn.
    /// </summary>
    Slide,

    /// <summary>Where the loss falls fastest from point to point, by central differences: pytorch-lr-finder's.</summary>
    Gradient,
}
