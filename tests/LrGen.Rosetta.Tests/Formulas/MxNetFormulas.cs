using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>mxnet/lr_scheduler.py: functions of num_update, t + 1, the staircase with a base rate that it changes as it goes.</summary>
[FormulasOf(typeof(MxNet))]
internal static class MxNetFormulas
{
    public static IEnumerable<double> FactorSchedulerStop() => Factor(step: 100, stop: 0.002, warm: 0);

    public static IEnumerable<double> FactorSchedulerWarmup() => Factor(step: 100, stop: 0.002, warm: 150);

    public static double PolyScheduler(long t) => t + 1 < 100 ? Warmup(t + 1, 100) : 0.001 + (0.1 - 0.001) * Math.Pow(1 - Done(t + 1), 2);

    public static double CosineScheduler(long t) => t + 1 < 100 ? Warmup(t + 1, 100) : 0.001 + (0.1 - 0.001) * HalfWave(Done(t + 1));

    public static double CosineSchedulerConstantWarmup(long t) => t + 1 < 100 ? 0.01 : CosineScheduler(t);

    private static double Done(long update) => (Math.Min(update, 900) - 100) / (900.0 - 100);

    private static double Warmup(long update, int steps) => 0.01 + (0.1 - 0.01) * update / steps;

    private static IEnumerable<double> Factor(int step, double stop, int warm)
    {
        double rate = 0.1;
        int count = 0;
        for (int update = 1; ; update++)
        {
            while (update >= warm && update > count + step)
            {
                count += step;
                rate = Math.Max(rate * 0.5, stop);
            }

            yield return update < warm ? Warmup(update, warm) : rate;
        }
    }
}
