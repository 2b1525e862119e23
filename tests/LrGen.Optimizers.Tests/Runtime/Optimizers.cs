namespace LrGen.Optimizers.Tests.Runtime;

[Adam, Warmup(20), CosineDecay(0.01, steps: 500)]
internal sealed partial class AdamOptimizer;

[Adam(AmsGrad = true, WeightDecay = 0.01), Constant(0.01)]
internal sealed partial class AmsGradOptimizer;

[Sgd, Constant(0.5)]
internal sealed partial class SgdOptimizer;

[Sgd(Momentum = 0.9, WeightDecay = 0.1), Constant(0.5)]
internal sealed partial class MomentumOptimizer;

[Sgd(ClipNorm = 1), Constant(1)]
internal sealed partial class NormClippedOptimizer;

[Sgd(ClipValue = 0.5), Constant(1)]
internal sealed partial class ValueClippedOptimizer;

[Sgd(ClipValue = 3, ClipNorm = 1), Constant(1)]
internal sealed partial class TwiceClippedOptimizer;

[Sgd(AccumulationSteps = 4), Constant(1)]
internal sealed partial class AccumulatingOptimizer;

[Adam(AccumulationSteps = 3, ClipNorm = 1), Warmup(5), LinearDecay(0.1, to: 0.001, steps: 300)]
internal sealed partial class AccumulatingAdamOptimizer;

[Adam(CheckGradients = true), Constant(0.1)]
internal sealed partial class CheckedOptimizer;

[Sgd(CheckGradients = true, AccumulationSteps = 2), Constant(0.1)]
internal sealed partial class CheckedAccumulatingOptimizer;

/// <summary>Rate and momentum are known at run time only.</summary>
[Sgd, Constant]
internal sealed partial class RuntimeOptimizer(double rate, double momentum);
