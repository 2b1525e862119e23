using LrGen;

namespace Rosetta;

/// <summary><c>speechbrain.nnet.schedulers</c>; some count from 1.</summary>
public static partial class SpeechBrain
{
    /// <summary>A line over epoch_count epochs; the end at the last one, epoch_count − 1.</summary>
    [LinearDecay(0.1, to: 0.01, steps: 800, End = End.LastStep)]
    public static partial double LinearScheduler(long epoch);

    /// <summary>A staircase an epoch early: levels begin at epoch + 1 ≥ i · decay_drop.</summary>
    [Constant(0.1, Steps = 100 - 1), StepDecay(0.1 * 0.5, every: 100, factor: 0.5)]
    public static partial double StepScheduler(long epoch);

    /// <summary>The Transformer's schedule, counted from 1 and scaled so that lr_initial is the peak, at t = w − 1.</summary>
    [Warmup(400 - 1, FromRatio = 1.0 / 400), InverseSquareRoot(0.001, timescale: 400)]
    public static partial double NoamScheduler(long step);

    /// <summary>A line, the rate, and a fall by equal ratios, which has no end: decay_steps only say how steep it is.</summary>
    [LinearDecay(0.01 * 0.001, to: 0.001, steps: 100), Constant(0.001, Steps = 400), ExponentialDecay(0.001, factor: 0.05, every: 300)]
    public static partial double TriStageLRSchedule(long step);

    /// <summary>
    /// A warm-up from 0, then a fall by decay_factor until total_steps, which contain the warm-up; it does not stop there.
    /// </summary>
    [Warmup(100), ExponentialDecay(0.001, factor: 0.1, every: 900 - 100)]
    public static partial double WarmAndExpDecayLRSchedule(long step);

    [Warmup(100), ExponentialDecay(0.001, factor: 0.5, every: 400, Steps = 800 - 100 + 1)]
    private static partial double WarmAndDecay(long step);

    /// <summary>
    /// A warm-up, a slow fall by decay_factor each decay_every, and the cooldown to 0 at total_steps. Its line starts a step behind
    /// t = total_steps − cooldown from lr · decay_factor^(t ÷ decay_every), which forgets the warm-up: the rate drops. SpeechBrain goes
    /// below 0 past the end; here it stays.
    /// </summary>
    [Use(nameof(WarmAndDecay)), LinearDecay(0.001 * 0.25 * 199 / 200, to: 0, steps: 200 - 1)]
    public static partial double WarmCoolDecayLRSchedule(long step);

    /// <summary>
    /// Driven by a metric: falls where it is less than improvement_threshold, as a share, better than the one before. NaN passes for an
    /// improvement in SpeechBrain; here it is none.
    /// </summary>
    [NewBob(1, factor: 0.5, patience: 0, Threshold = 0.0025)]
    public partial struct NewBobScheduler;
}
