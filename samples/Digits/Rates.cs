using LrGen;

namespace Digits;

/// <summary>How long every training lasts. The schedules are written in these lengths and follow when one changes.</summary>
static class Budget
{
    public const int Epochs = 20;
    public const int BatchSize = 8;

    /// <summary>Whole batches only; every epoch leaves out the two images that its shuffle put last.</summary>
    public const int UpdatesPerEpoch = DigitSet.TrainingImages / BatchSize;

    public const int Steps = Epochs * UpdatesPerEpoch;
    public const int WarmupSteps = 4 * UpdatesPerEpoch;
    public const int DecaySteps = Steps - WarmupSteps;
}

// One update rule, plain gradient descent, along seven schedules.

[Sgd, Constant(0.005)]
sealed partial class TooLow;

[Sgd, Constant(0.5)]
sealed partial class WellChosen;

/// <summary>Too high to stay at; the two cosines have the same peak.</summary>
[Sgd, Constant(0.9)]
sealed partial class TooHigh;

[Sgd, StepDecay(0.5, every: 5 * Budget.UpdatesPerEpoch, factor: 0.25)]
sealed partial class Staircase;

[Sgd, ExponentialDecay(0.5, factor: 0.8, every: Budget.UpdatesPerEpoch)]
sealed partial class Exponential;

[Sgd, CosineDecay(0.9, steps: Budget.Steps)]
sealed partial class Cosine;

[Sgd, Warmup(Budget.WarmupSteps), CosineDecay(0.9, steps: Budget.DecaySteps)]
sealed partial class WarmupCosine;
