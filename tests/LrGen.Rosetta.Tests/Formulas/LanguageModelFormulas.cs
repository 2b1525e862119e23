using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>torchtitan/components/lr_scheduler.py: there is one step more than are trained.</summary>
[FormulasOf(typeof(TorchTitan))]
internal static class TorchTitanFormulas
{
    public static double Linear(long t) => Trapezoid(t, x => 1 - x);

    public static double Sqrt(long t) => Trapezoid(t, x => 1 - Math.Sqrt(x));

    public static double Cosine(long t) => Trapezoid(t, HalfWave);

    private static double Trapezoid(long t, Func<double, double> shape)
    {
        const int Total = 1_000, Warm = 100, Decay = 300, Stable = Total + 1 - Warm - Decay;
        return t < Warm ? (t + 1) / (double)Warm
            : t < Warm + Stable ? 1
            : 0.1 + (1 - 0.1) * shape((t + 1 - (Warm + Stable)) / (double)Decay);
    }
}

/// <summary>nanoGPT's train.py.</summary>
[FormulasOf(typeof(NanoGpt))]
internal static class NanoGptFormulas
{
    public static double GetLr(long t) => t < 100 ? 6e-4 * (t + 1) / (100 + 1)
        : t > 900 ? 6e-5
        : 6e-5 + HalfWave((t - 100) / (900.0 - 100)) * (6e-4 - 6e-5);
}

/// <summary>olmo/optim.py.</summary>
[FormulasOf(typeof(Olmo))]
internal static class OlmoFormulas
{
    private const double Rate = 3e-4;

    public static double CosWithWarmup(long t) => t < 100 ? Warmup(t) : t >= 900 ? 0.1 * Rate
        : 0.1 * Rate + (Rate - 0.1 * Rate) * HalfWave((t - 100) / 800.0);

    public static double LinearWithWarmup(long t) => t < 100 ? Warmup(t) : t >= 900 ? 0.1 * Rate
        : Rate - (Rate - 0.1 * Rate) * ((t - 100) / 800.0);

    public static double InvSqrtWithWarmup(long t) => t < 100 ? Warmup(t) : Rate * Math.Sqrt(100.0 / Math.Max(100, t));

    public static double MaxScheduler(long t) => Math.Max(CosWithWarmup(t), InvSqrtWithWarmup(t));

    public static double CosLinearEnvelope(long t)
    {
        double x = (t - 100) / 800.0, end = 0.1 * Rate;
        return t < 100 ? Warmup(t) : t >= 900 ? end : end + (1 - x) * ((Rate - end) * HalfWave(x));
    }

    private static double Warmup(long t) => 0.1 * Rate + (Rate - 0.1 * Rate) * Math.Min(t, 100) / 100;
}
