using LrGen;

namespace Rosetta;

/// <summary>OLMo's <c>olmo/optim.py</c>: warm-ups start at a tenth of the rate, and t_max contains them.</summary>
public static partial class Olmo
{
    /// <summary>A half wave after the warm-up; alpha_f (0.1) is the end as a share, at t = t_max, held.</summary>
    [Warmup(100, FromRatio = 0.1), CosineDecay(3e-4, steps: 900 - 100, FloorRatio = 0.1)]
    public static partial double CosWithWarmup(long step);

    /// <summary>A line after the warm-up; alpha_f is the end as a share, at t = t_max, held.</summary>
    [Warmup(100, FromRatio = 0.1), LinearDecay(3e-4, to: 3e-5, steps: 900 - 100)]
    public static partial double LinearWithWarmup(long step);

    /// <summary>√(w ÷ t) of the rate after the warm-up; never ends.</summary>
    [Warmup(100, FromRatio = 0.1), InverseSquareRoot(3e-4, timescale: 100)]
    public static partial double InvSqrtWithWarmup(long step);

    /// <summary>The higher of two schedulers at each step: here the half wave, and then the square root above its end.</summary>
    [Max(nameof(CosWithWarmup), nameof(InvSqrtWithWarmup))]
    public static partial double MaxScheduler(long step);

    [Constant(3e-5)]
    private static partial double EtaMin(long step);

    [CosineDecay(3e-4 - 3e-5, steps: 900 - 100)]
    private static partial double Wave(long step);

    [LinearDecay(1, to: 0, steps: 900 - 100)]
    private static partial double Line(long step);

    [Product(nameof(Wave), nameof(Line))]
    private static partial double Envelope(long step);

    /// <summary>A half wave times a line, on top of the end: not the product of the two schedulers, which would multiply the end.</summary>
    [Warmup(100, FromRatio = 0.1), Sum(nameof(EtaMin), nameof(Envelope))]
    public static partial double CosLinearEnvelope(long step);
}
