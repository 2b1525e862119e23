using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>burn/src/lr_scheduler: rates that are computed from the last one where burn does.</summary>
[FormulasOf(typeof(Burn))]
internal static class BurnFormulas
{
    public static double LinearLrScheduler(long t) => 0.1 + (0.001 - 0.1) * Math.Min(t, 800) / 800;

    public static double CosineAnnealingLrScheduler(long t) => 0.001 + (0.1 - 0.001) * HalfWave(t / 400.0);

    public static IEnumerable<double> ExponentialLrScheduler() => Recursions.Exponential(0.1, 0.99);

    public static double StepLrScheduler(long t) => 0.1 * Math.Pow(0.5, t / 100);

    public static double NoamLrScheduler(long t) =>
        0.1 * Math.Pow(256, -0.5) * Math.Min(Math.Pow(t + 1, -0.5), (t + 1) * Math.Pow(400, -1.5));
}

/// <summary>mlx/optimizers/schedulers.py, here in double precision.</summary>
[FormulasOf(typeof(Mlx))]
internal static class MlxFormulas
{
    public static double ExponentialDecay(long t) => 0.1 * Math.Pow(0.99, t);

    public static double StepDecay(long t) => 0.1 * Math.Pow(0.5, t / 100);

    public static double CosineDecay(long t) => 0.001 + HalfWave(Math.Min(t, 800) / 800.0) * (0.1 - 0.001);

    public static double LinearSchedule(long t) => Math.Min(t, 800) * ((0.1 - 1e-4) / 800) + 1e-4;

    public static double JoinSchedules(long t) => t < 100 ? t * ((0.1 - 1e-4) / 100) + 1e-4 : CosineDecay(t - 100);
}

/// <summary>ParameterSchedulers.jl: functions of t + 1.</summary>
[FormulasOf(typeof(Julia))]
internal static class JuliaFormulas
{
    public static double Step(long step) => 0.1 * Math.Pow(0.5, Enumerable.Range(1, 10).Count(level => step + 1 > level * 100));

    public static double Exp(long step) => 0.1 * Math.Pow(0.99, step + 1 - 1);

    public static double Inv(long step) => 0.1 / Math.Pow(1 + (step + 1 - 1) * 0.01, 2);

    public static double Triangle(long step) =>
        Math.Abs(0.01 - 0.1) * (2 / Math.PI * Math.Abs(Math.Asin(Math.Sin(Math.PI * (step + 1 - 1) / 250)))) + 0.01;

    public static double CosAnneal(long step) => Math.Abs(0.1 - 0.01) * HalfWave((step + 1 - 1) / 400.0) + 0.01;
}

/// <summary>Microsoft.ML.Vision's LearningRateScheduler.cs, here in double precision.</summary>
[FormulasOf(typeof(MlNet))]
internal static class MlNetFormulas
{
    public static double LsrDecay(long t) => 0.01 * (t >= 182 ? 0.0001 : t >= 136 ? 0.01 : t >= 91 ? 0.1 : 1);

    public static double ExponentialLRDecay(long t) => 0.01 * Math.Pow(0.94, Math.Floor(t / 2.0));

    public static double PolynomialLRDecay(long t) => (0.01 - 1e-4) * (1 - Math.Min(t, 800) / 800.0) + 1e-4;
}

/// <summary>pytorch_optimizer/lr_scheduler: chebyshev.py and rex.py.</summary>
[FormulasOf(typeof(PytorchOptimizer))]
internal static class PytorchOptimizerFormulas
{
    private static readonly int[] s_order = Order(64);

    public static double ChebyshevSchedule(long epoch)
    {
        const double SmallM = 0.05, BigM = 1, Centre = (BigM + SmallM) / 2, Radius = (BigM - SmallM) / 2;
        int index = s_order[Math.Clamp(epoch - 2, 0, 63)];
        return 0.01 / (Centre - Radius * Math.Cos((index + 0.5) * Math.PI / 64));
    }

    public static double REXScheduler(long t)
    {
        double progress = t / 800.0;
        return t >= 800 ? 0.001 : 0.001 + (0.1 - 0.001) * ((1 - progress) / (1 - progress / 2));
    }

    /// <summary>σ(2T) is σ(T) interlaced with 2T − 1 − σ(T).</summary>
    private static int[] Order(int count) => count == 1 ? [0] : [.. Order(count / 2).SelectMany(i => (int[])[i, count - 1 - i])];
}
