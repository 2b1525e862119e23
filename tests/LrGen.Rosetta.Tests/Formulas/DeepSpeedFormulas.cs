using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>deepspeed/runtime/lr_schedules.py with warmup_type log: functions of last_batch_iteration, t − 1, the first twice.</summary>
[FormulasOf(typeof(DeepSpeed))]
internal static class DeepSpeedFormulas
{
    private const int Warm = 100, Total = 900;

    public static double WarmupLRLog(long t) => 0.001 * (Last(t) < Warm ? Gamma(t) : 1);

    public static double WarmupDecayLRLog(long t) =>
        0.001 * (Last(t) < Warm ? Gamma(t) : Math.Max(0, (Total - Last(t)) / (double)(Total - Warm)));

    public static double WarmupCosineLRLog(long t) =>
        Last(t) < Warm ? Gamma(t) : 1e-4 + (1 - 1e-4) * HalfWave(Math.Min(1, (Last(t) - Warm + 1) / (double)(Total - Warm)));

    private static long Last(long t) => Math.Max(t - 1, 0);

    private static double Gamma(long t) => Math.Log(Last(t) + 1) / Math.Log(Warm);
}
