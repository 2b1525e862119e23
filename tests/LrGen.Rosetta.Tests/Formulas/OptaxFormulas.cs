using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>optax/schedules: functions of the count, here in double precision.</summary>
[FormulasOf(typeof(Optax))]
internal static class OptaxFormulas
{
    public static double ConstantSchedule(long t) => 0.1;

    public static double LinearScheduleBegin(long t) => Polynomial(t, 0.1, 0.01, 1, 600, begin: 200);

    public static double PolynomialSchedule(long t) => Polynomial(t, 0.1, 0.01, 2, 700, begin: 100);

    public static double PiecewiseConstantSchedule(long t) => 0.1 * (t >= 300 ? 0.5 : 1) * (t >= 600 ? 0.2 : 1);

    public static double PiecewiseInterpolateSchedule(long t) => Interpolate(t, x => 1 - x, 0, 300, 800);

    public static double PiecewiseInterpolateScheduleCosine(long t) => Interpolate(t, HalfWave, 0, 300, 800);

    public static double CosineDecaySchedule(long t) => 0.1 * ((1 - 0.05) * HalfWave(Math.Min(t, 800) / 800.0) + 0.05);

    public static double CosineOnecycleSchedule(long t)
    {
        int rise = (int)(0.3 * 900);
        double[] values = [0.1 / 25, 0.1, 0.1 / (25 * 1e4)];
        return t < rise ? Between(values[0], values[1], HalfWave(t / (double)rise))
            : t < 900 ? Between(values[1], values[2], HalfWave((t - rise) / (900.0 - rise)))
            : values[2];
    }

    public static double WarmupConstantSchedule(long t) => Polynomial(t, 0.01, 0.1, 1, 100, begin: 0);

    public static double JoinSchedules(long t) =>
        t < 100 ? Polynomial(t, 0.01, 0.1, 1, 100, begin: 0) : t < 500 ? 0.1 : 0.1 * Math.Pow(0.5, (t - 500) / 100.0);

    private static double Polynomial(long t, double init, double end, double power, long steps, long begin) =>
        (init - end) * Math.Pow(1 - Math.Clamp(t - begin, 0, steps) / (double)steps, power) + end;

    /// <summary>0.1, times 0.5 at the first boundary, times 0.2 at the second.</summary>
    private static double Interpolate(long t, Func<double, double> left, params long[] bounds)
    {
        double[] values = [0.1, 0.1 * 0.5, 0.1 * 0.5 * 0.2];
        int piece = t < bounds[1] ? 0 : 1;
        double done = (t - bounds[piece]) / (double)(bounds[piece + 1] - bounds[piece]);
        return t >= bounds[2] ? values[2] : Between(values[piece], values[piece + 1], left(done));
    }

    private static double Between(double start, double end, double left) => end + (start - end) * left;
}
