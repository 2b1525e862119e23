using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>deepspeed/runtime/lr_schedules.py with warmup_type log: functions of last_batch_iteration.</summary>
[FormulasOf(typeof(DeepSpeed))]
internal static class DeepSpeedFormulas
{
    private const int Warm = 100, Total = 900;

    public static double WarmupLRLog(long t) => 0.001 * (t < Warm ? Gamma(t) : 1);

    public static double WarmupDecayLRLog(long t) => 0.001 * (t < Warm ? Gamma(t) : Math.Max(0, (Total - t) / (double)(Total - Warm)));

    public static double WarmupCosineLRLog(long t) =>
        t < Warm ? Gamma(t) : 1e-4 + (1 - 1e-4) * HalfWave(Math.Min(1, (t - Warm + 1) / (double)(Total - Warm)));

    private static double Gamma(long t) => Math.Log(t + 1) / Math.Log(Warm);
}
