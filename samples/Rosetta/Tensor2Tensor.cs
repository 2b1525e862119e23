using LrGen;

namespace Rosetta;

/// <summary>
/// tensor2tensor's <c>learning_rate_schedule</c> strings, products of factors of the 0-based step; each method is named for its factors.
/// </summary>
public static partial class Tensor2Tensor
{
    /// <summary>"constant": learning_rate_constant.</summary>
    [Constant(0.1)]
    public static partial double Constant(long step);

    /// <summary>"constant*linear_warmup": from 0 at step 0.</summary>
    [Warmup(100), Constant(0.1)]
    public static partial double LinearWarmup(long step);

    /// <summary>"constant*linear_decay": only the last decay_steps of train_steps fall, to 0.</summary>
    [Constant(0.1, Steps = 900 - 300), LinearDecay(0.1, to: 0, steps: 300)]
    public static partial double LinearDecay(long step);

    /// <summary>
    /// "constant*linear_warmup*rsqrt_decay*rsqrt_hidden_size": the Transformer's schedule with the constant as its factor.
    /// </summary>
    [Noam(modelSize: 512, warmupSteps: 400, Factor = 2)]
    public static partial double Transformer(long step);

    /// <summary>
    /// "legacy" with the decay scheme noam: counts from 1, so step 0 has a rate and the peak is at step w − 1; 5000 ÷ √(256 · 400) is
    /// 15.625.
    /// </summary>
    [Warmup(400 - 1, FromRatio = 1.0 / 400), InverseSquareRoot(15.625, timescale: 400)]
    public static partial double Legacy(long step);

    /// <summary>"constant*linear_warmup*rsqrt_normalized_decay": the constant is the peak.</summary>
    [Warmup(100), InverseSquareRoot(0.1, timescale: 100)]
    public static partial double RsqrtNormalizedDecay(long step);

    /// <summary>"constant*rsqrt_decay": the constant ÷ √w until step w (here √100), then ÷ √t.</summary>
    [Constant(0.1 / 10, Steps = 100), InverseSquareRoot(0.1 / 10, timescale: 100)]
    public static partial double RsqrtDecay(long step);

    /// <summary>"constant*linear_warmup*cosdecay": the half wave runs from step 0 underneath, and the rate drops at the join.</summary>
    [Warmup(100, Join = Join.OverlapToFirst), CosineDecay(0.1, steps: 800, AfterEnd = AfterEnd.Oscillate)]
    public static partial double Cosdecay(long step);

    /// <summary>"constant*linear_warmup*single_cycle_cos_decay": the half wave begins after the warm-up; 0 at train_steps.</summary>
    [Warmup(100), CosineDecay(0.1, steps: 1_000 - 100)]
    public static partial double SingleCycleCosDecay(long step);

    /// <summary>"constant*linear_warmup*multi_cycle_cos_decay": half waves down and up for ever, after the warm-up.</summary>
    [Warmup(100), CosineDecay(0.1, steps: 200, AfterEnd = AfterEnd.Oscillate)]
    public static partial double MultiCycleCosDecay(long step);

    /// <summary>"constant*linear_warmup*exp_decay": counts from the end of the warm-up; never ends.</summary>
    [Warmup(100), ExponentialDecay(0.1, factor: 0.5, every: 200)]
    public static partial double ExpDecay(long step);
}
