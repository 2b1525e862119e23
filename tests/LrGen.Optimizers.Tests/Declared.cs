namespace LrGen.Optimizers.Tests;

/// <summary>Generated optimizers: every rule, every option, at a rate that rises and falls.</summary>
internal static partial class Declared
{
    [Sgd, Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class SgdRule;

    [Sgd(Momentum = 0.9), Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class SgdMomentumRule;

    [Sgd(Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.1), Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class SgdDampenedRule;

    [Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 0.1), Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class SgdNesterovRule;

    [Adam, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamRule;

    [Adam(Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamOtherRule;

    [Adam(Beta2 = 0.9, AmsGrad = true, WeightDecay = 0.1), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamLargestRule;

    [AdamW, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamWRule;

    [AdamW(Beta2 = 0.9, AmsGrad = true, WeightDecay = 0.5), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamWLargestRule;

    [NAdam, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class NAdamRule;

    [NAdam(Beta1 = 0.8, Beta2 = 0.9, MomentumDecay = 0.1, Epsilon = 1e-2, WeightDecay = 0.1), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class NAdamOtherRule;

    [NAdam(WeightDecay = 0.5, DecoupledWeightDecay = true), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class NAdamDecoupledRule;

    [RAdam, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RAdamRule;

    [RAdam(Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RAdamOtherRule;

    [RAdam(WeightDecay = 0.5, DecoupledWeightDecay = true), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RAdamDecoupledRule;

    [RAdam(Beta2 = 0.6), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RAdamNeverRectifiedRule;

    [Adamax, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamaxRule;

    [Adamax(Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class AdamaxOtherRule;

    [Adagrad, Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class AdagradRule;

    [Adagrad(RateDecay = 0.01, InitialAccumulator = 0.5, Epsilon = 1e-2, WeightDecay = 0.1), Warmup(100), CosineDecay(0.05, steps: 900, Floor = 0.001)]
    public sealed partial class AdagradOtherRule;

    [Adadelta, Warmup(100), CosineDecay(1, steps: 900, Floor = 0.05)]
    public sealed partial class AdadeltaRule;

    [Adadelta(Rho = 0.95, Epsilon = 1e-4, WeightDecay = 0.1), Warmup(100), CosineDecay(1, steps: 900, Floor = 0.05)]
    public sealed partial class AdadeltaOtherRule;

    [RmsProp, Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RmsPropRule;

    [RmsProp(Alpha = 0.9, Epsilon = 1e-2, WeightDecay = 0.1), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RmsPropOtherRule;

    [RmsProp(Momentum = 0.9), Warmup(100), CosineDecay(0.01, steps: 900, Floor = 0.001)]
    public sealed partial class RmsPropMomentumRule;

    [RmsProp(Centered = true), Warmup(100), CosineDecay(0.02, steps: 900, Floor = 0.001)]
    public sealed partial class RmsPropCenteredRule;

    [RmsProp(Centered = true, Momentum = 0.9, WeightDecay = 0.1), Warmup(100), CosineDecay(0.01, steps: 900, Floor = 0.001)]
    public sealed partial class RmsPropCenteredMomentumRule;

    [Lion, Warmup(100), CosineDecay(0.01, steps: 900, Floor = 0.001)]
    public sealed partial class LionRule;

    [Lion(Beta1 = 0.8, Beta2 = 0.9, WeightDecay = 0.5), Warmup(100), CosineDecay(0.01, steps: 900, Floor = 0.001)]
    public sealed partial class LionOtherRule;
}
