using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>fvcore/common/param_scheduler.py and detectron2/solver: functions of where = t ÷ 1000.</summary>
[FormulasOf(typeof(Fvcore))]
internal static class FvcoreFormulas
{
    public static double ConstantParamScheduler(long t) => 0.1;

    public static double LinearParamScheduler(long t) => 0.01 * Where(t) + 0.1 * (1 - Where(t));

    public static double MultiStepParamScheduler(long t)
    {
        double[] values = [0.1, 0.01, 0.001];
        return values[new[] { 600, 800 }.Count(milestone => milestone <= (int)((Where(t) + 1e-6) * Steps))];
    }

    public static double WarmupParamScheduler(long t) => Warm(t, 0.001 * Cosine(0), Cosine(0.1), Cosine);

    public static double WarmupParamSchedulerConstant(long t) => Warm(t, 0.01 * Cosine(0), 0.01 * Cosine(0), Cosine);

    public static double WarmupParamSchedulerRescaled(long t) =>
        Warm(t, 0.001 * Cosine(0), Cosine(0), where => Cosine((where - 0.1) / 0.9));

    public static double WarmupMultiStepLR(long t) => 0.1 * Factor(t) * Math.Pow(0.1, new[] { 60, 800 }.Count(milestone => milestone <= t));

    public static double WarmupCosineLR(long t) => 0.1 * Factor(t) * 0.5 * (1 + Math.Cos(Math.PI * t / Steps));

    private static double Where(long t) => t / (double)Steps;

    private static double Cosine(double where) => 0.1 * HalfWave(where);

    /// <summary>A line over the first tenth, and then the scheduler.</summary>
    private static double Warm(long t, double start, double end, Func<double, double> scheduler) =>
        t < 100 ? end * (Where(t) / 0.1) + start * (1 - Where(t) / 0.1) : scheduler(Where(t));

    private static double Factor(long t) => t >= 100 ? 1 : 0.001 * (1 - t / 100.0) + t / 100.0;
}
