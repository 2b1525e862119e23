namespace LrGen.Peers.Tests;

/// <summary>Generated optimizers, at the rate that <see cref="OptimizerRuns.RateAt"/> gives TorchSharp's.</summary>
internal static partial class Optimizers
{
    [Sgd, CosineDecay(0.105, steps: 1_000, Floor = 0.005)]
    public sealed partial class Plain;

    [Sgd(Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.1), CosineDecay(0.105, steps: 1_000, Floor = 0.005)]
    public sealed partial class Dampened;

    [Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 0.1), CosineDecay(0.105, steps: 1_000, Floor = 0.005)]
    public sealed partial class Nesterov;

    [Adam, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class Adam;

    [Adam(Beta2 = 0.9, AmsGrad = true, WeightDecay = 0.1), CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class AdamLargest;

    [AdamW, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class AdamW;

    [AdamW(Beta2 = 0.9, AmsGrad = true, WeightDecay = 0.5), CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class AdamWLargest;

    [NAdam, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class NAdam;

    [NAdam(Beta1 = 0.8, Beta2 = 0.9, MomentumDecay = 0.1, WeightDecay = 0.1), CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class NAdamOther;

    [RAdam(WeightDecay = 0.1), CosineDecay(0.525, steps: 1_000, Floor = 0.025)]
    public sealed partial class RAdam;

    [RAdam(Beta2 = 0.6, WeightDecay = 0.1), CosineDecay(0.105, steps: 1_000, Floor = 0.005)]
    public sealed partial class RAdamNeverRectified;

    [Adamax, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class Adamax;

    [Adamax(Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1), CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class AdamaxOther;

    [Adagrad, CosineDecay(0.21, steps: 1_000, Floor = 0.01)]
    public sealed partial class Adagrad;

    [Adagrad(RateDecay = 0.01, WeightDecay = 0.1, InitialAccumulator = 0.5, Epsilon = 1e-2), CosineDecay(0.21, steps: 1_000, Floor = 0.01)]
    public sealed partial class AdagradOther;

    [Adadelta, CosineDecay(1.05, steps: 1_000, Floor = 0.05)]
    public sealed partial class Adadelta;

    [Adadelta(Rho = 0.8, Epsilon = 1e-4, WeightDecay = 0.1), CosineDecay(1.05, steps: 1_000, Floor = 0.05)]
    public sealed partial class AdadeltaOther;

    [RmsProp, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class RmsProp;

    [RmsProp(Alpha = 0.9, Epsilon = 1e-3, WeightDecay = 0.1, Momentum = 0.5, Centered = true), CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    public sealed partial class RmsPropCentered;

    [Sgd, CosineDecay(0.105, steps: 1_000, Floor = 0.005)]
    [CosineDecay(0.9, steps: 1_000, Floor = 0.6, Quantity = Quantity.Momentum)]
    public sealed partial class MovedMomentum;

    [Adam, CosineDecay(0.021, steps: 1_000, Floor = 0.001)]
    [CosineDecay(0.9, steps: 1_000, Floor = 0.6, Quantity = Quantity.Beta1)]
    public sealed partial class MovedBeta1;
}
