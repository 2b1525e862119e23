using LrGen;

namespace Digits;

/// <summary>How long every training lasts. The schedules below are written in these lengths and follow when one changes.</summary>
static class Budget
{
    public const int Epochs = 20;
    public const int BatchSize = 8;

    /// <summary>Whole batches only; every epoch leaves out the two images that its shuffle put last.</summary>
    public const int UpdatesPerEpoch = DigitSet.TrainingImages / BatchSize;

    public const int Steps = Epochs * UpdatesPerEpoch;
    public const int WarmupSteps = 4 * UpdatesPerEpoch;
}

[Constant(0.005)]
readonly partial struct TooLow;

[Constant(0.5)]
readonly partial struct WellChosen;

/// <summary>Too high to stay at; the two cosines have the same peak.</summary>
[Constant(0.9)]
readonly partial struct TooHigh;

[StepDecay(0.5, every: 5 * Budget.UpdatesPerEpoch, factor: 0.25)]
readonly partial struct Staircase;

[ExponentialDecay(0.5, factor: 0.8, every: Budget.UpdatesPerEpoch)]
readonly partial struct Exponential;

[CosineDecay(0.9, steps: Budget.Steps)]
readonly partial struct Cosine;

[Warmup(Budget.WarmupSteps), CosineDecay(0.9, steps: Budget.Steps - Budget.WarmupSteps)]
readonly partial struct WarmupCosine;
