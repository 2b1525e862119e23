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

/// <summary>Quantities in words.</summary>
internal static class Quantities
{
    /// <summary>The quantity inside a sentence.</summary>
    public static string InWords(this Quantity quantity) => quantity switch
    {
        Quantity.LearningRate => "learning rate",
        Quantity.BatchSize => "batch size",
        Quantity.WeightDecay => "weight decay",
        Quantity.Other => "value",
        var other => other.ToString().ToLowerInvariant(),
    };
}
