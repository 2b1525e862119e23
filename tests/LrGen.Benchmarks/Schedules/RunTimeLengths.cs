namespace LrGen.Benchmarks.Schedules;

/// <summary>A schedule whose lengths come from settings, any of which may be 0.</summary>
internal static partial class RunTimeLengths
{
    [Warmup, Constant(0.3), LinearDecay(0.1, to: 0.01)]
    public static partial double WarmupOverTwo(long step, long warmupSteps, long constantSteps, long linearDecaySteps);
}
