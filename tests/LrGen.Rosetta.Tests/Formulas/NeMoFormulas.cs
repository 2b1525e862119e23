using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>nemo/core/optim/lr_scheduler.py: the warm-up contains its last step.</summary>
[FormulasOf(typeof(NeMo))]
internal static class NeMoFormulas
{
    private const double Rate = 0.001, Min = 1e-5;
    private const int Warm = 100, Max = 900;

    public static double WarmupPolicy(long t) => Policy(t, _ => Rate);

    public static double CosineAnnealing(long t) => Policy(t, p => (Rate - Min) * HalfWave(p) + Min);

    public static double CosineAnnealingConstant(long t) => t <= Warm ? Rate * t / Warm
        : t > Max - 200 ? Min
        : Min + HalfWave((t - Warm) / (Max - 200.0 - Warm)) * (Rate - Min);

    public static double SquareAnnealing(long t) => Policy(t, p => Math.Max(Rate * Math.Pow(1 - p, 2), Min));

    public static double SquareRootAnnealing(long t) =>
        Policy(t, _ => Math.Max(Rate * Math.Sqrt((Max - t) / (double)Max), 4e-5), min: 4e-5);

    public static double NoamAnnealing(long t)
    {
        const double MinRate = 0.0025;
        t = Math.Max(1, t);
        double rate = Math.Pow(256, -0.5) * Math.Min(Math.Pow(t, -0.5), t * Math.Pow(400, -1.5));
        return t > 800 ? MinRate : t > 400 ? Math.Max(rate, MinRate) : rate;
    }

    public static double WarmupAnnealing(long t) => Policy(t, p => Min + (1 - p) * (Rate - Min));

    public static double InverseSquareRootAnnealing(long t) => t <= Warm ? Warmup(t) : Rate / Math.Sqrt((t + 1) / (Warm + 1.0));

    public static double T5InverseSquareRootAnnealing(long t) => t <= 100 ? 1 / Math.Sqrt(100) : 1 / Math.Sqrt(t);

    public static double PolynomialDecayAnnealing(long t) => Policy(t, p => (Rate - Min) * Math.Pow(1 - p, 2) + Min);

    public static double PolynomialHoldDecayAnnealing(long t) => t is >= Warm and < Warm + 300
        ? Rate
        : Policy(t, _ => (Rate - Min) * Math.Pow(1 - (t - (Warm + 300)) / (double)(Max - (Warm + 300)), 2) + Min);

    public static double NoamHoldAnnealing(long t) => t <= Warm ? Warmup(t)
        : t < Warm + 300 ? Rate
        : Math.Max(Rate * Math.Pow(Warm, 0.5) / Math.Pow(t - 300, 0.5), 4e-4);

    private static double Policy(long t, Func<double, double> rate, double min = Min) =>
        t <= Warm ? Warmup(t) : t > Max ? min : rate((t - Warm) / (double)(Max - Warm));

    private static double Warmup(long t) => Rate * ((t + 1) / (Warm + 1.0));
}
