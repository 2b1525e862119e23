using LrGen;

namespace Rosetta;

/// <summary>nanoGPT's <c>train.py</c>.</summary>
public static partial class NanoGpt
{
    /// <summary>A warm-up by (t + 1)/(w + 1), then a half wave; min_lr at lr_decay_iters, which contain the warm-up, held.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), CosineDecay(6e-4, steps: 900 - 100, Floor = 6e-5)]
    public static partial double GetLr(long step);
}
