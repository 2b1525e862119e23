using LrGen;

namespace Rosetta;

/// <summary>
/// big_vision's <c>create_learning_rate_schedule</c> by decay_type: shares of the rate, times min(1, t/w) and
/// min(1, (total_steps − t) ÷ cooldown_steps); total_steps contain both.
/// </summary>
public static partial class BigVision
{
    /// <summary>"cosine" with scale_with_batchsize: a half wave after the warm-up for a batch of 1024, given for one of 256.</summary>
    [BatchScale(1_024, reference: 256), Warmup(100), CosineDecay(0.001, steps: 1_000 - 100)]
    public static partial double Cosine(long step);

    /// <summary>"linear" with linear_end; the cooldown multiplies what has fallen already.</summary>
    [Warmup(100), LinearDecay(0.001, to: 1e-5, steps: 1_000 - 100), Cooldown(200, Join = Join.Multiply)]
    public static partial double Linear(long step);

    /// <summary>"polynomial": a power of the share that is left after the warm-up; end at total_steps, held.</summary>
    [Warmup(100), PolynomialDecay(0.001, steps: 1_000 - 100, power: 2, Floor = 1e-5)]
    public static partial double Polynomial(long step);

    /// <summary>"rsqrt": rate ÷ √(1 + (t − w) ÷ timescale), and the cooldown on top of it.</summary>
    [Warmup(100), InverseSquareRoot(0.001, timescale: 400, Steps = 1_000 - 100), Cooldown(200, Join = Join.Multiply)]
    public static partial double Rsqrt(long step);

    [Delay(-225), InverseSquareRoot(0.001, timescale: 400)]
    private static partial double Shifted(long step);

    /// <summary>"rsqrt" with shift: it begins so many steps inside, and the warm-up aims at what it has there.</summary>
    [Warmup(100), Use(nameof(Shifted))]
    public static partial double RsqrtShift(long step);

    /// <summary>"stair": mults are shares of the rate, not factors of the last one; steps (t ≥ step) contain the warm-up.</summary>
    [Warmup(100, Join = Join.Multiply), PiecewiseConstant(new[] { 0.001, 1e-4, 5e-4 }, 300, 600)]
    public static partial double Stair(long step);
}
