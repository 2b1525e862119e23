using Digits;
using LrGen;

namespace ImageCnn;

/// <summary>What all trainings on the digits have in common: 20 epochs of 1,442 images.</summary>
static class DigitsBudget
{
    public const int Epochs = 20;
}

/// <summary>Adam and AdamW, batches of 8.</summary>
[Training(Epochs = DigitsBudget.Epochs, StepsPerEpoch = StepsPerEpoch, BatchSize = BatchSize, Optimizer = OptimizerKind.Adam)]
static partial class SmallBatches
{
    public const int BatchSize = 8;
    public const int StepsPerEpoch = DigitSet.TrainingImages / BatchSize;

    [ExponentialDecay(0.001, factor: 0.9, Unit = Unit.Epochs)]
    public readonly partial struct Exponential;

    [Warmup(2, Unit = Unit.Epochs), CosineDecay(0.005)]
    public readonly partial struct WarmupCosine;
}

/// <summary>Adam, batches of 64: an eighth of the updates.</summary>
[Training(
    Epochs = DigitsBudget.Epochs,
    StepsPerEpoch = StepsPerEpoch,
    BatchSize = BatchSize,
    ReferenceBatchSize = SmallBatches.BatchSize,
    Optimizer = OptimizerKind.Adam)]
static partial class LargeBatches
{
    public const int BatchSize = 64;
    public const int StepsPerEpoch = DigitSet.TrainingImages / BatchSize;

    // What the rule warns of, and what comes of it, is what this row shows.
#pragma warning disable LRG060
    [ExponentialDecay(0.001, factor: 0.9, Unit = Unit.Epochs)]
    public readonly partial struct Unscaled;
#pragma warning restore LRG060

    [ExponentialDecay(0.001, factor: 0.9, Unit = Unit.Epochs), BatchScale(BatchSize, reference: SmallBatches.BatchSize, Rule = BatchRule.SquareRoot)]
    public readonly partial struct SquareRootScaled;

    [ExponentialDecay(0.001, factor: 0.9, Unit = Unit.Epochs), BatchScale(BatchSize, reference: SmallBatches.BatchSize)]
    public readonly partial struct Scaled;
}

/// <summary>SGD, batches of 8.</summary>
[Training(Epochs = DigitsBudget.Epochs, StepsPerEpoch = SmallBatches.StepsPerEpoch, BatchSize = SmallBatches.BatchSize, Optimizer = OptimizerKind.Sgd)]
static partial class SgdRates
{
    public const double Momentum = 0.9;

    [Constant(0.01)]
    public readonly partial struct Constant;

    /// <summary>The momentum is low where the rate is high: both come from one declaration.</summary>
    [OneCycle(0.05, steps: DigitsBudget.Epochs * SmallBatches.StepsPerEpoch), Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public readonly partial struct OneCycle;
}
