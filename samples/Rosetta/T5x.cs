using LrGen;

namespace Rosetta;

/// <summary>
/// t5x's <c>create_learning_rate_scheduler</c>: products of factors of the 0-based step, and never below min_learning_rate (1e-8 unless
/// given), also in the warm-up. Each method is named for its factors.
/// </summary>
public static partial class T5x
{
    [Constant(0.5)]
    private static partial double Base(long step);

    [LinearDecay(0, to: 1, steps: 100)]
    private static partial double Warm(long step);

    [Constant(0.1, Steps = 100), InverseSquareRoot(0.1, timescale: 100)]
    private static partial double Rsqrt(long step);

    [StepDecay(1, every: 300, factor: 0.5)]
    private static partial double Every(long step);

    [Delay(100), CosineRestarts(1, steps: 250)]
    private static partial double Waves(long step);

    /// <summary>"constant * linear_warmup * rsqrt_decay": 1 ÷ √max(t, w), here with w = 100, so 0.05 is the peak.</summary>
    [Clamp(low: 1e-8), Product(nameof(Base), nameof(Warm), nameof(Rsqrt))]
    public static partial double RsqrtDecay(long step);

    /// <summary>"constant * linear_warmup * rsqrt_normalized_decay": the constant is the peak, so that no product is needed.</summary>
    [Clamp(low: 1e-8), Warmup(100), InverseSquareRoot(0.5, timescale: 100)]
    public static partial double RsqrtNormalizedDecay(long step);

    /// <summary>"constant * linear_warmup * decay_every": levels that count from step 0, in the warm-up as well.</summary>
    [Clamp(low: 1e-8), Product(nameof(Base), nameof(Warm), nameof(Every))]
    public static partial double DecayEvery(long step);

    /// <summary>"constant * linear_warmup * cosine_decay": half waves of steps_per_cycle each, for ever after the warm-up.</summary>
    [Clamp(low: 1e-8), Product(nameof(Base), nameof(Warm), nameof(Waves))]
    public static partial double CosineDecay(long step);

    /// <summary>"constant * rsqrt_decay * decay_every" without a warm-up.</summary>
    [Clamp(low: 1e-8), Product(nameof(Base), nameof(Rsqrt), nameof(Every))]
    public static partial double RsqrtDecayEvery(long step);
}
