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
