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
}
