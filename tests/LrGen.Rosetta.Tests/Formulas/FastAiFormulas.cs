using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>fastai/callback/schedule.py: functions of the share p = t ÷ 1000.</summary>
[FormulasOf(typeof(FastAi))]
internal static class FastAiFormulas
{
    public static double SchedNo(long t) => 0.001;

    public static double SchedLin(long t) => Lin(0.01, 0.001, t / 1000.0);

    public static double SchedCos(long t) => Cos(0.01, 0.001, t / 1000.0);

    public static double SchedExp(long t) => Exp(0.01, 0.001, t / 1000.0);

    public static double SchedPoly(long t) => 0.001 + (0.01 - 0.001) * Math.Pow(t / 1000.0, 2);

    public static double CombineScheds(long t) => t < 300 ? Lin(0.001, 0.01, t / 300.0) : Cos(0.01, 0.0001, (t - 300) / 700.0);

    public static double FitOneCycle(long t) => Combined(t, 250, 0.01 / 25, 0.01, 0.01 / 1e5);

    public static double FitOneCycleSlice(long t, int group)
    {
        double[] peaks = [1e-4, 1e-3, 1e-2];
        return Combined(t, 250, peaks[group] / 25, peaks[group], peaks[group] / 1e5);
    }

    public static double FitOneCycleMomentum(long t) => Combined(t, 250, 0.95, 0.85, 0.95);

    public static double FitFlatCos(long t) => t < 750 ? 0.01 : Cos(0.01, 0.01 / 1e5, (t - 750) / 250.0);

    public static double FitSgdr(long t) => Recursions.WarmRestarts(t, 0.01, 100, 2, 0);

    public static double LrFind(long t) => Exp(1e-7, 10, t / 1000.0);

    private static double Combined(long t, int rise, double start, double middle, double end) =>
        t < rise ? Cos(start, middle, t / (double)rise) : Cos(middle, end, (t - rise) / (1000.0 - rise));

    private static double Lin(double start, double end, double p) => start + p * (end - start);

    private static double Cos(double start, double end, double p) =>
        start < end ? start + HalfWave(1 - p) * (end - start) : end + HalfWave(p) * (start - end);

    private static double Exp(double start, double end, double p) => start * Math.Pow(end / start, p);
}
