using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>mmengine/optim/scheduler: rates that are computed from the last one, in the window from 0 to 1000.</summary>
[FormulasOf(typeof(Mmengine))]
internal static class MmengineFormulas
{
    private const int Last = Steps - 1;

    public static IEnumerable<double> ConstantLR() => Recursions.Constant(0.1, 1.0 / 3, Last);

    public static IEnumerable<double> CosineAnnealingLR() => Recursions.Cosine(0.1, Steps, 0.001);

    public static IEnumerable<double> ExponentialLR() => Recursions.Exponential(0.1, 0.99);

    public static IEnumerable<double> LinearLR() => Recursions.Linear(0.1, 1.0 / 3, 1, Last);

    public static IEnumerable<double> MultiStepLR() => Recursions.MultiStep(0.1, 0.1, 600, 800);

    public static IEnumerable<double> StepLR() => Recursions.Step(0.1, 100, 0.5);

    public static IEnumerable<double> PolyLR() =>
        Chain(0.1, (t, rate) => (rate - 1e-4) * Math.Pow(1 - 1.0 / (Last - t + 1), 0.9) + 1e-4);

    public static double OneCycleLR(long t) => Recursions.OneCycle(t, HalfWave, [0.1 / 25, 0.1, 0.1 / 25 / 1e4], 0.3 * Steps - 1, Last);

    public static double CosineRestartLR(long t) =>
        t < 200 ? Wave(t, 200, 0.1) : t < 500 ? Wave(t - 200, 300, 0.1 * 0.5) : Wave(t - 500, 500, 0.1 * 0.2);

    public static IEnumerable<double> LinearThenCosine() =>
        Sequence((100, Recursions.Linear(0.1, 0.001, 1, 99)), (900, Recursions.Cosine(0.1, 900, 0.001)));

    private static double Wave(long t, int period, double rate) => 0.001 + (rate - 0.001) * HalfWave(t / (double)period);
}
