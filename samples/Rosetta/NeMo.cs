using LrGen;

namespace Rosetta;

/// <summary>
/// <c>nemo.core.optim.lr_scheduler</c>: the warm-up has (t + 1)/(w + 1) until t = w, max_steps contain it, and past them (t &gt; max_steps)
/// the rate is min_lr.
/// </summary>
public static partial class NeMo
{
    /// <summary>A warm-up, and then the rate until max_steps.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), Constant(0.001, Steps = 900 - 100 + 1), Constant(1e-5)]
    public static partial double WarmupPolicy(long step);

    /// <summary>A half wave after the warm-up; min_lr at max_steps, held.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), CosineDecay(0.001, steps: 900 - 100, Floor = 1e-5)]
    public static partial double CosineAnnealing(long step);

    /// <summary><c>CosineAnnealing</c> with constant_steps: the warm-up has t/w, and the last constant_steps are min_lr.</summary>
    [Warmup(100), CosineDecay(0.001, steps: 900 - 100 - 200, Floor = 1e-5)]
    public static partial double CosineAnnealingConstant(long step);

    [Clamp(low: 1e-5), PolynomialDecay(0.001, steps: 900 - 100, power: 2)]
    private static partial double Square(long step);

    /// <summary>The square of the share that is left, not below min_lr; the warm-up may be.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), Use(nameof(Square))]
    public static partial double SquareAnnealing(long step);

    [Clamp(low: 4e-5), PolynomialDecay(0.001, steps: 900, power: 0.5)]
    private static partial double SquareRoot(long step);

    /// <summary>The square root of the share that is left, counted from step 0: the rate drops behind t = w. Not below min_lr.</summary>
    [Warmup(100 + 1, FirstStep = FirstStep.OneStepIn, Join = Join.OverlapToFirst), Use(nameof(SquareRoot))]
    public static partial double SquareRootAnnealing(long step);

    /// <summary>A line after the warm-up; min_lr at max_steps, held.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), LinearDecay(0.001, to: 1e-5, steps: 900 - 100)]
    public static partial double WarmupAnnealing(long step);

    /// <summary>rate ÷ √((t + 1) ÷ (w + 1)) after the warm-up.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), InverseSquareRoot(0.001, timescale: 100 + 1)]
    public static partial double InverseSquareRootAnnealing(long step);

    /// <summary>1 ÷ √constant_steps until then, and 1 ÷ √t: the optimizer's rate is not used.</summary>
    [Constant(1 / 10.0, Steps = 100), InverseSquareRoot(1 / 10.0, timescale: 100)]
    public static partial double T5InverseSquareRootAnnealing(long step);

    /// <summary>A power of the share that is left after the warm-up; min_lr at max_steps, held.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), PolynomialDecay(0.001, steps: 900 - 100, power: 2, Floor = 1e-5)]
    public static partial double PolynomialDecayAnnealing(long step);

    [Clamp(low: 0.0025), InverseSquareRoot(1 / 16.0 / 20, timescale: 400, Steps = 800 - 400 + 1), Constant(0.0025)]
    private static partial double NoamFalling(long step);

    /// <summary>
    /// rate ÷ √d_model · min(t^−½, t · w^−1.5), here with √256 and w = 400. Step 0 has the rate of step 1, hence the second bound;
    /// min_lr holds after the warm-up, and past max_steps (t &gt; 800) it is the rate.
    /// </summary>
    [Clamp(low: 1 / 16.0 / 8_000), Warmup(400), Use(nameof(NoamFalling))]
    public static partial double NoamAnnealing(long step);

    /// <summary>The rate stays for hold_steps after the warm-up, then a power of the share that is left.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), Constant(0.001, Steps = 300)]
    [PolynomialDecay(0.001, steps: 900 - 100 - 300, power: 2, Floor = 1e-5)]
    public static partial double PolynomialHoldDecayAnnealing(long step);

    /// <summary>The rate stays for hold_steps after the warm-up, then (w ÷ (t − hold_steps))^decay_rate, not below min_lr.</summary>
    [Warmup(100, FirstStep = FirstStep.BetweenEnds), Constant(0.001, Steps = 300)]
    [PowerDecay(0.001, power: 0.5, timescale: 100, Floor = 4e-4)]
    public static partial double NoamHoldAnnealing(long step);
}
