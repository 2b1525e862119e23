using LrGen;

namespace Rosetta;

/// <summary>
/// DeepSpeed's schedulers, a function of last_batch_iteration, which is −1 until the first update has run: update t has the rate of t − 1. So
/// whole schedules begin a step late, <c>Delay(1)</c>, but for those that have the rate of t + 1 at t.
/// </summary>
public static partial class DeepSpeed
{
    /// <summary>A straight rise, min · (1 + t ÷ step_size). DeepSpeed's has no end, this one ends at t = 9.</summary>
    [Golden("G047", CountsFrom = -1)]
    [RangeTest(0.1, to: 0.1 * 3.25, steps: 9, Linear = true)]
    public static partial double LRRangeTest(long step);

    /// <summary>The rise in levels, which begin at t ≥ i · step_size. DeepSpeed's has no end, here the third is the last.</summary>
    [Golden("G048", CountsFrom = -1)]
    [PiecewiseConstant(new[] { 0.1, 0.2, 0.3 }, 4, 8)]
    public static partial double LRRangeTestStaircase(long step);

    /// <summary>
    /// Lines up to the maximum at t = first and down at 2 · first, then min ÷ (1 + decay · u ÷ decay_step_size) for ever.
    /// </summary>
    [Golden("G049", CountsFrom = -1)]
    [PiecewiseInterpolated(new[] { 0.1, 1, 0.1 }, 4, 8)]
    [InverseTimeDecay(0.1, decayRate: 0.5, every: 2)]
    public static partial double OneCycle(long step);

    /// <summary>The cycle in levels of first_stair_count and second_stair_count; without a decay it ends at the minimum.</summary>
    [Golden("G050", CountsFrom = -1)]
    [PiecewiseConstant(new[] { 0.1, 0.55, 1, 0.55, 0.1 }, 1 + 1, 3 + 1, 4 + 1, 8 + 1)]
    public static partial double OneCycleStaircase(long step);

    /// <summary>A straight warm-up; the first rate twice, the maximum at t = warmup_num_steps + 1 and held.</summary>
    [Golden("G052", CountsFrom = -1)]
    [Delay(1), Warmup(5), Constant(1)]
    public static partial double WarmupLR(long step);

    /// <summary>A straight warm-up, then a line to 0 at t = total_num_steps + 1; total_num_steps contain the warm-up.</summary>
    [Golden("G053", CountsFrom = -1)]
    [Delay(1), Warmup(4), LinearDecay(1, to: 0, steps: 10 - 4)]
    public static partial double WarmupDecayLR(long step);

    /// <summary>
    /// A straight warm-up and a half wave that is a step early: it begins at last_batch_iteration w − 1 underneath the warm-up, and its
    /// minimum comes at t = total_num_steps.
    /// </summary>
    [Golden("G054", CountsFrom = -1)]
    [Delay(1), Warmup(4, Join = Join.OverlapToFirst), Use(nameof(Wave))]
    public static partial double WarmupCosineLR(long step);

    [Delay(4 - 1), CosineDecay(1, steps: 10 - 4, Floor = 1e-4)]
    private static partial double Wave(long step);

    /// <summary><c>WarmupLR</c> with its default warmup_type log, ln t ÷ ln w from t = 1 on: the maximum at t = w.</summary>
    [Delay(1), Warmup(100, Shape = WarmupShape.Logarithmic, End = End.LastStep), Constant(0.001)]
    public static partial double WarmupLRLog(long step);

    /// <summary><c>WarmupDecayLR</c> with warmup_type log: the maximum at t = w and at t = w + 1, 0 at t = total_num_steps + 1.</summary>
    [Delay(1), Warmup(100, Shape = WarmupShape.Logarithmic, End = End.LastStep), LinearDecay(0.001, to: 0, steps: 900 - 100)]
    public static partial double WarmupDecayLRLog(long step);

    /// <summary><c>WarmupCosineLR</c> with warmup_type log; the half wave begins at t = w.</summary>
    [Delay(1), Warmup(100, Shape = WarmupShape.Logarithmic, End = End.LastStep, Join = Join.OverlapToFirst), Use(nameof(WaveLog))]
    public static partial double WarmupCosineLRLog(long step);

    [Delay(100 - 1), CosineDecay(1, steps: 900 - 100, Floor = 1e-4)]
    private static partial double WaveLog(long step);
}
