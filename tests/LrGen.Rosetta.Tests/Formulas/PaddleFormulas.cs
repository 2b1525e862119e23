using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>python/paddle/optimizer/lr.py.</summary>
[FormulasOf(typeof(Paddle))]
internal static class PaddleFormulas
{
    private static readonly double[] s_oneCycle = [0.1 / 25, 0.1, 1e-4];

    public static double NoamDecay(long t) => t == 0 ? 0 : 2 * Math.Pow(512, -0.5) * Math.Min(Math.Pow(t, -0.5), t * Math.Pow(400, -1.5));

    public static double PiecewiseDecay(long t) => t < 300 ? 0.1 : t < 600 ? 0.01 : 0.001;

    public static double InverseTimeDecay(long t) => 0.5 / (1 + 0.1 * t);

    public static double PolynomialDecay(long t) => (0.1 - 1e-4) * Math.Pow(1 - Math.Min(t, 800) / 800.0, 2) + 1e-4;

    public static double LinearWarmup(long t) =>
        t < 100 ? (0.1 - 0.001) * t / 100 + 0.001 : 0.05 * (1 - Math.Min(t - 100, 800) / 800.0);

    public static double ExponentialDecay(long t) => 0.1 * Math.Pow(0.99, t);

    public static double MultiStepDecay(long t) => 0.1 * Math.Pow(0.1, t < 300 ? 0 : t < 600 ? 1 : 2);

    public static double StepDecay(long t) => 0.1 * Math.Pow(0.5, t / 100);

    public static double LambdaDecay(long t) => 0.1 * Math.Pow(0.95, t);

    public static double MultiplicativeDecay(long t)
    {
        double rate = 0.1;
        for (long i = 1; i <= t; i++)
            rate *= 0.95;
        return rate;
    }

    public static IEnumerable<double> CosineAnnealingDecay() => Recursions.Cosine(0.1, 400, 0.01);

    public static double CosineAnnealingWarmRestarts(long t) => Recursions.WarmRestarts(t, 0.1, 100, 2, 0.001);

    public static IEnumerable<double> LinearLR() => Recursions.Linear(0.1, 1.0 / 3, 1, 800);

    public static double OneCycleLR(long t) => Recursions.OneCycle(t, HalfWave, s_oneCycle, 0.3 * 1000 - 1, 999);

    public static double OneCycleLRThreePhase(long t) =>
        Recursions.OneCycle(t, x => 1 - x, [0.1 / 25, 0.1, 0.1 / 25, 1e-4], 0.3 * 1000 - 1, 2 * 0.3 * 1000 - 2, 999);

    public static double CyclicLR(long t) => Recursions.Cyclic(t, 0.1, 1, 100, 150, (_, _) => 1);

    public static double CyclicLRTriangular2(long t) => Recursions.Cyclic(t, 0.1, 1, 100, 100, (cycle, _) => 1 / Math.Pow(2, cycle - 1));

    public static double CyclicLRExpRange(long t) => Recursions.Cyclic(t, 0.1, 1, 100, 100, (_, step) => Math.Pow(0.995, step));
}
