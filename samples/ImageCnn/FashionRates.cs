using LrGen;

namespace ImageCnn;

/// <summary>The schedules of the first table: Adam, batches of 16.</summary>
[Training(StepsPerEpoch = StepsPerEpoch, BatchSize = BatchSize, Optimizer = OptimizerKind.Adam)]
static partial class FashionRates
{
    public const int BatchSize = 16;
    public const int StepsPerEpoch = 6_000 / BatchSize;

    [Constant(0.001)]
    public readonly partial struct Constant;

    [ExponentialDecay(0.001, factor: 0.85, Unit = Unit.Epochs)]
    public readonly partial struct Exponential;

    /// <summary>The cosine takes the rest of the training, whose length is known when the program runs.</summary>
    [Warmup(1, Unit = Unit.Epochs), CosineDecay(0.002)]
    public readonly partial struct WarmupCosine(double trainingSteps);

    /// <summary>Rule and schedule in one class, which updates the tensors of the network in place.</summary>
    [Adam, ExponentialDecay(0.001, factor: 0.85, Unit = Unit.Epochs)]
    public sealed partial class ExponentialAdam;
}
