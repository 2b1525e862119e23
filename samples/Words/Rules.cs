using LrGen;

// One linear layer over words, most of which are rare: rates that would be far too high for a network are the best ones here.
[assembly: Training(Scope = Scope.Linear)]

namespace Words;

/// <summary>How long every training lasts; the schedules below are written in these lengths.</summary>
static class Budget
{
    public const int Epochs = 5;
    public const int BatchSize = 16;

    /// <summary>Whole batches only; an epoch leaves out the paragraphs that its shuffle put last.</summary>
    public const int UpdatesPerEpoch = Novel.TrainingParagraphs / BatchSize;

    public const int Steps = Epochs * UpdatesPerEpoch;
    public const int WarmupSteps = Steps / 20;
    public const int DecaySteps = Steps - WarmupSteps;
}

// One schedule, with the best rate for each update rule out of the grid that the README describes.

[Sgd, Warmup(Budget.WarmupSteps), CosineDecay(30, steps: Budget.DecaySteps)]
sealed partial class Plain;

[Sgd(Momentum = 0.9), Warmup(Budget.WarmupSteps), CosineDecay(3, steps: Budget.DecaySteps)]
sealed partial class Momentum;

[Sgd(Momentum = 0.9, Nesterov = true), Warmup(Budget.WarmupSteps), CosineDecay(3, steps: Budget.DecaySteps)]
sealed partial class Nesterov;

[Adagrad, Warmup(Budget.WarmupSteps), CosineDecay(0.5, steps: Budget.DecaySteps)]
sealed partial class Adagrad;

// Adadelta's usual rate is 1: its steps start tiny and grow, which takes longer than this short training. Half and twice this rate are worse here.
#pragma warning disable LRG020
[Adadelta, Warmup(Budget.WarmupSteps), CosineDecay(50, steps: Budget.DecaySteps)]
sealed partial class Adadelta;
#pragma warning restore LRG020

[RmsProp, Warmup(Budget.WarmupSteps), CosineDecay(0.04, steps: Budget.DecaySteps)]
sealed partial class RmsProp;

[Adam, Warmup(Budget.WarmupSteps), CosineDecay(0.05, steps: Budget.DecaySteps)]
sealed partial class Adam;

[AdamW(WeightDecay = 0.1), Warmup(Budget.WarmupSteps), CosineDecay(0.1, steps: Budget.DecaySteps)]
sealed partial class AdamW;

[NAdam, Warmup(Budget.WarmupSteps), CosineDecay(0.05, steps: Budget.DecaySteps)]
sealed partial class NAdam;

[Adamax, Warmup(Budget.WarmupSteps), CosineDecay(0.2, steps: Budget.DecaySteps)]
sealed partial class Adamax;

[Lion, Warmup(Budget.WarmupSteps), CosineDecay(0.007, steps: Budget.DecaySteps)]
sealed partial class Lion;
