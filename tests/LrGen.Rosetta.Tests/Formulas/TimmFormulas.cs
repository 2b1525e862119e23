using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>timm/scheduler: functions of the epoch; the warm-up adds (base − init) ÷ w at each epoch.</summary>
[FormulasOf(typeof(Timm))]
internal static class TimmFormulas
{
    private const double Base = 0.05, Min = 1e-5;
    private const int Warm = 50;

    public static double CosineLRSchedulerPlain(long t) => t >= 800 ? Min : Min + 0.5 * (Base - Min) * (1 + Math.Cos(Math.PI * t / 800));

    public static double StepLRSchedulerOverlap(long t) => t < Warm ? Warmup(t) : Base * Math.Pow(0.8, Math.Floor(t / 90.0));

    public static double MultiStepLRSchedulerWarmup(long t) =>
        t < Warm ? Warmup(t) : Base * Math.Pow(0.1, new[] { 300, 600 }.Count(milestone => milestone <= t - Warm + 1));

    public static double PolyLRScheduler(long t) => Poly(t, 0.5);

    public static double PolyLRSchedulerOverlap(long t) => t < Warm ? Warmup(t) : Poly(t, 0.9);

    public static double CosineLRSchedulerLayers(long t, int layer) => Math.Pow(0.75, 3 - 1 - layer)
        * (t < Warm ? Warmup(t) : Min + (Base - Min) * HalfWave(Math.Min(1, (t - Warm) / 750.0)));

    private static double Warmup(long t) => 0.001 + t * ((Base - 0.001) / Warm);

    private static double Poly(long t, double power) => t >= 800 ? Min : Min + (Base - Min) * Math.Pow(1 - t / 800.0, power);
}
