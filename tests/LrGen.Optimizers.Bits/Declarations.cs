using LrGen;

namespace LrGen.Optimizers.Bits;

[Sgd, Constant(0.1)]
internal sealed partial class Descent;

[Sgd(Momentum = 0.9, Dampening = 0.1, WeightDecay = 0.01), Constant(0.1)]
internal sealed partial class Momentum;

[Sgd(Momentum = 0.9, Nesterov = true), Constant(0.1)]
internal sealed partial class Nesterov;

[Adam, Warmup(5), CosineDecay(0.01, steps: 40)]
internal sealed partial class AdamCosine;

[Adam(AmsGrad = true, WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class AmsGrad;

[Adam(ClipNorm = 1, ClipValue = 0.5, AccumulationSteps = 2), Constant(0.01)]
internal sealed partial class ClippedAdam;

[AdamW(AmsGrad = true), Constant(0.01)]
internal sealed partial class AdamWithDecay;

[NAdam(WeightDecay = 0.01, DecoupledWeightDecay = true), Constant(0.01)]
internal sealed partial class NAdamDecoupled;

[RAdam(WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class RAdamWithDecay;

[Adamax(WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class AdamaxWithDecay;

[Adagrad(RateDecay = 0.1, InitialAccumulator = 0.1, WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class AdagradWithDecay;

[Adadelta(WeightDecay = 0.01), Constant(1)]
internal sealed partial class AdadeltaWithDecay;

[RmsProp(Centered = true, Momentum = 0.9, WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class RmsPropCentered;

[Lion(WeightDecay = 0.1), Constant(0.001)]
internal sealed partial class LionWithDecay;

[Lamb(WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class LambWithDecay;

[Lars(Momentum = 0.9, WeightDecay = 0.01), Constant(1)]
internal sealed partial class LarsWithMomentum;

[Adafactor(WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class AdafactorWithDecay;

[ScheduleFreeAdamW(WarmupSteps = 3, WeightDecay = 0.01), Constant(0.0025)]
internal sealed partial class FreeAdamW;

[ScheduleFreeSgd(WeightDecay = 0.01), Constant(0.1)]
internal sealed partial class FreeDescent;
