using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>transformers/optimization.py: multipliers, functions of the step.</summary>
[FormulasOf(typeof(HuggingFace))]
internal static class HuggingFaceFormulas
{
    private const int Warm = 100;

    public static double Constant(long t) => 1;

    public static double ConstantWithWarmup(long t) => t < Warm ? t / Math.Max(1.0, Warm) : 1;

    public static double Cosine(long t) => WarmCosine(t, 900, 0.5);

    public static double CosineNumCycles(long t) => WarmCosine(t, 910, 1.5);

    public static double Polynomial(long t)
    {
        const double Init = 5e-5, End = 1e-7;
        return t < Warm ? t / (double)Warm
            : t > 800 ? End / Init
            : ((Init - End) * Math.Pow(1 - (t - Warm) / 700.0, 2) + End) / Init;
    }

    public static double InverseSqrt(long t) => t < Warm ? t / (double)Warm : 1 / Math.Sqrt((t + (400 - Warm)) / 400.0);

    public static double WarmupStableDecayOneMinusSqrt(long t) => Trapezoid(t, x => x, x => 1 - Math.Sqrt(x));

    public static double WarmupStableDecayCosineWarmup(long t) => Trapezoid(t, x => 1 - HalfWave(x), x => 1 - x);

    private static double WarmCosine(long t, int training, double cycles) => t < Warm
        ? t / (double)Warm
        : HalfWave(cycles * 2 * ((t - Warm) / (double)(training - Warm)));

    /// <summary>Both the rise and the fall are scaled into [min_lr_ratio, 1].</summary>
    private static double Trapezoid(long t, Func<double, double> rise, Func<double, double> fall)
    {
        const double Min = 0.1;
        return t < Warm ? rise(t / (double)Warm) * (1 - Min) + Min
            : t < Warm + 500 ? 1
            : t < Warm + 500 + 300 ? fall((t - Warm - 500) / 300.0) * (1 - Min) + Min
            : Min;
    }
}
