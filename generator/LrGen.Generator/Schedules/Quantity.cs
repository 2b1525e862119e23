namespace LrGen.Generator.Schedules;

/// <summary>The runtime's <c>Quantity</c> by value.</summary>
internal enum Quantity
{
    LearningRate,
    Momentum,
    Beta1,
    Beta2,
    WeightDecay,
    BatchSize,
    Other,
    Epsilon,
    Dampening,
}
