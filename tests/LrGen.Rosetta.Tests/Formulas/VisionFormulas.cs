using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>open_clip's scheduler.py: functions of the step.</summary>
[FormulasOf(typeof(OpenClip))]
internal static class OpenClipFormulas
{
    private const double Rate = 0.001, End = 1e-5;

    public static double ConstLr(long t) => t < 100 ? Warmup(t) : Rate;

    public static double ConstLrCooldown(long t) => Cooldown(t, 1);

    public static double ConstLrCooldownPower(long t) => Cooldown(t, 2);

    public static double CosineLr(long t) => t < 100 ? Warmup(t) : HalfWave((t - 100) / (1000.0 - 100)) * Rate;

    private static double Cooldown(long t, double power) => t < 100 ? Warmup(t)
        : t < 1000 - 300 ? Rate
        : Math.Pow(1 - (t - 700) / 300.0, power) * (Rate - End) + End;

    private static double Warmup(long t) => Rate * (t + 1) / 100;
}

/// <summary>big_vision/utils.py, here in double precision.</summary>
[FormulasOf(typeof(BigVision))]
internal static class BigVisionFormulas
{
    private const int Warm = 100;
    private const double Rate = 0.001;

    public static double Cosine(long t) => Rate * 1024 / 256 * HalfWave(Progress(t)) * Rise(t);

    public static double Linear(long t) => (1e-5 + (Rate - 1e-5) * (1 - Progress(t))) * Rise(t) * Fall(t);

    public static double Polynomial(long t) => (1e-5 + (Rate - 1e-5) * Math.Pow(1 - Progress(t), 2)) * Rise(t);

    public static double Rsqrt(long t) => InverseRoot(t, 0) * Rise(t) * Fall(t);

    public static double RsqrtShift(long t) => InverseRoot(t, 225) * Rise(t);

    public static double Stair(long t) => Rate * (t >= 600 ? 0.5 : t >= 300 ? 0.1 : 1) * Rise(t);

    private static double InverseRoot(long t, int shift) => Rate / Math.Sqrt(1 + (Warm <= t ? t + shift - Warm : shift) / 400.0);

    private static double Progress(long t) => Math.Clamp((t - Warm) / (double)(Steps - Warm), 0, 1);

    private static double Rise(long t) => Math.Min(1, t / (double)Warm);

    private static double Fall(long t) => Math.Min(1, (Steps - t) / 200.0);
}

/// <summary>t5x/utils.py: products of factors of the step, here in double precision.</summary>
[FormulasOf(typeof(T5x))]
internal static class T5xFormulas
{
    private const int Warm = 100;

    public static double RsqrtDecay(long t) => Floored(Rise(t) * Rsqrt(t));

    public static double RsqrtNormalizedDecay(long t) => Floored(Rise(t) * Math.Sqrt(Warm) * Rsqrt(t));

    public static double DecayEvery(long t) => Floored(Rise(t) * Every(t));

    public static double CosineDecay(long t) => Floored(Rise(t) * HalfWave(Math.Max(0, t - Warm) % 250 / 250.0));

    public static double RsqrtDecayEvery(long t) => Floored(Rsqrt(t) * Every(t));

    private static double Floored(double share) => Math.Max(0.5 * share, 1e-8);

    private static double Rise(long t) => Math.Min(1, t / (double)Warm);

    private static double Rsqrt(long t) => 1 / Math.Sqrt(Math.Max(t, Warm));

    private static double Every(long t) => Math.Pow(0.5, t / 300);
}
