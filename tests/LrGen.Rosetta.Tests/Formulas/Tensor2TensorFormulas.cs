using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>tensor2tensor/utils/learning_rate.py: products of factors of the step.</summary>
[FormulasOf(typeof(Tensor2Tensor))]
internal static class Tensor2TensorFormulas
{
    public static double Constant(long t) => 0.1;

    public static double LinearWarmup(long t) => 0.1 * Warm(t, 100);

    public static double LinearDecay(long t) => 0.1 * Math.Clamp((900 - t) / 300.0, 0, 1);

    public static double Transformer(long t) => 2 * Warm(t, 400) * Rsqrt(t, 400) * Math.Pow(512, -0.5);

    public static double Legacy(long t) => 5000 * Math.Pow(256, -0.5) * Math.Min((t + 1) * Math.Pow(400, -1.5), Math.Pow(t + 1, -0.5));

    public static double RsqrtNormalizedDecay(long t) => 0.1 * Warm(t, 100) * Math.Sqrt(100) * Rsqrt(t, 100);

    public static double RsqrtDecay(long t) => 0.1 * Rsqrt(t, 100);

    public static double Cosdecay(long t) => 0.1 * Warm(t, 100) * (t <= 99 ? 1 : HalfWave(t / 800.0));

    public static double SingleCycleCosDecay(long t) => 0.1 * Warm(t, 100) * HalfWave((Math.Max(t, 100) - 100) / (1000.0 - 100));

    public static double MultiCycleCosDecay(long t) => 0.1 * Warm(t, 100) * HalfWave((Math.Max(t, 100) - 100) / 200.0);

    public static double ExpDecay(long t) => 0.1 * Warm(t, 100) * Math.Pow(0.5, Math.Max(0, (t - 100) / 200.0));

    private static double Warm(long t, int steps) => Math.Min(1, t / (double)steps);

    private static double Rsqrt(long t, int steps) => 1 / Math.Sqrt(Math.Max(t, steps));
}
