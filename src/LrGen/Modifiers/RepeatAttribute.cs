namespace LrGen;

/// <summary>
/// The schedule over and over: rate(t) = schedule(t mod length), for ever or so many times.
/// </summary>
/// <param name="times">How many times in all; a whole number above 1. Default: for ever.</param>
/// <remarks>
/// The phases together are repeated; a warm-up on the same target comes once, before the first run. The schedule has to have an end
/// (for ever: after a whole number of steps), and begins again at that step. After the last run the rate is the end value.
/// Source: ParameterSchedulers.jl <c>Loop</c>, fastai <c>fit_sgdr</c>; kozistr's <c>CosineAnnealingWarmupRestarts</c> is
/// <c>[Use(nameof(Cycle)), Repeat]</c> of a cycle with a warm-up.
/// </remarks>
/// <example>
/// <code>
/// [Repeat(3), LinearDecay(0.1, to: 0.01, steps: 50), CosineDecay(0.01, steps: 50)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class RepeatAttribute(double times = double.PositiveInfinity) : ModifierAttribute
{
    /// <summary>Gets how many times the schedule runs.</summary>
    public double Times { get; } = times;
}
