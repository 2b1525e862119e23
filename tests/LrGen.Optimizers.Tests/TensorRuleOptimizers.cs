namespace LrGen.Optimizers.Tests;

// Optimizers whose rules look at whole tensors, with the options that change what is generated. Rates move.
[Lamb, CosineDecay(0.02, steps: 600)]
internal sealed partial class LambDefault;

[Lamb(Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.1, GradientAveraging = false, TrustClip = true, ClipNorm = 0), CosineDecay(0.02, steps: 600)]
internal sealed partial class LambOptions;

[Lamb(WeightDecay = 0, AlwaysAdapt = true), CosineDecay(0.02, steps: 600)]
internal sealed partial class LambAlways;

[Lamb(WeightDecay = 0, ClipNorm = 3), CosineDecay(0.02, steps: 600)]
internal sealed partial class LambPlain;

[Lars(Momentum = 0.9, WeightDecay = 0.01), CosineDecay(2, steps: 600)]
internal sealed partial class LarsDefault;

[Lars(Momentum = 0.8, WeightDecay = 0.1, Nesterov = true, TrustCoefficient = 0.02, Epsilon = 1e-3, TrustClip = true), CosineDecay(0.02, steps: 600)]
internal sealed partial class LarsOptions;

[Lars(Momentum = 0.8, Dampening = 0.5, AlwaysAdapt = true), CosineDecay(2, steps: 600)]
internal sealed partial class LarsAlways;

[Lars(Momentum = 0.8), CosineDecay(0.02, steps: 600)]
internal sealed partial class LarsPlain;

[Adafactor, CosineDecay(0.05, steps: 600)]
internal sealed partial class AdafactorDefault;

[Adafactor(Beta2Decay = -0.5, Epsilon1 = 0.2, Epsilon2 = 0.5, ClippingThreshold = 0.5, WeightDecay = 0.2), CosineDecay(0.05, steps: 600)]
internal sealed partial class AdafactorOptions;

[Muon, CosineDecay(0.02, steps: 600)]
internal sealed partial class MuonDefault;

[Muon(
    Momentum = 0.8, WeightDecay = 0.3, Nesterov = false, CoefficientA = 1.875, CoefficientB = -1.25, CoefficientC = 0.375, Iterations = 3, Epsilon = 0.5,
    Adjustment = MuonAdjustment.MatchRmsAdamW), CosineDecay(0.02, steps: 600)]
internal sealed partial class MuonOptions;

[Lars(WeightDecay = 0.1, ClipValue = 0.5, ClipNorm = 1, AccumulationSteps = 2), Constant(0.5)]
internal sealed partial class LarsHandling;

[Adafactor(ClipValue = 0.5, ClipNorm = 1, AccumulationSteps = 2), Constant(0.05)]
internal sealed partial class AdafactorHandling;

[Lamb, Constant(0.1)]
internal sealed partial class RuntimeLamb(double clipNorm);

[Lamb, Constant(0.1)]
internal sealed partial class GoldenLamb;

[Lars(Momentum = 0.9, WeightDecay = 0.01), Constant(0.1)]
internal sealed partial class GoldenLars;
