using LrGen;

namespace Digits;

// One schedule, with the rate that suits each update rule.

[Sgd, Warmup(Budget.WarmupSteps), CosineDecay(0.5, steps: Budget.DecaySteps)]
sealed partial class Plain;

[Sgd(Momentum = 0.9), Warmup(Budget.WarmupSteps), CosineDecay(0.07, steps: Budget.DecaySteps)]
sealed partial class Momentum;

[Sgd(Momentum = 0.9, Nesterov = true), Warmup(Budget.WarmupSteps), CosineDecay(0.1, steps: Budget.DecaySteps)]
sealed partial class Nesterov;

[Adagrad, Warmup(Budget.WarmupSteps), CosineDecay(0.1, steps: Budget.DecaySteps)]
sealed partial class Adagrad;

[Adadelta, Warmup(Budget.WarmupSteps), CosineDecay(5, steps: Budget.DecaySteps)]
sealed partial class Adadelta;

[RmsProp, Warmup(Budget.WarmupSteps), CosineDecay(0.01, steps: Budget.DecaySteps)]
sealed partial class RmsProp;

[Adam, Warmup(Budget.WarmupSteps), CosineDecay(0.01, steps: Budget.DecaySteps)]
sealed partial class Adam;

[AdamW(WeightDecay = 0.1), Warmup(Budget.WarmupSteps), CosineDecay(0.01, steps: Budget.DecaySteps)]
sealed partial class AdamW;

[NAdam, Warmup(Budget.WarmupSteps), CosineDecay(0.01, steps: Budget.DecaySteps)]
sealed partial class NAdam;

[RAdam, Warmup(Budget.WarmupSteps), CosineDecay(0.02, steps: Budget.DecaySteps)]
sealed partial class RAdam;

[Adamax, Warmup(Budget.WarmupSteps), CosineDecay(0.02, steps: Budget.DecaySteps)]
sealed partial class Adamax;

[Lion, Warmup(Budget.WarmupSteps), CosineDecay(0.001, steps: Budget.DecaySteps)]
sealed partial class Lion;
