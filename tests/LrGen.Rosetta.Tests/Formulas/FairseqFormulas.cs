using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>fairseq/optim/lr_scheduler: functions of num_updates.</summary>
[FormulasOf(typeof(Fairseq))]
internal static class FairseqFormulas
{
    private const double Rate = 5e-4, Min = 1e-5;
    private const int Warm = 100;

    public static double Fixed(long t) => t < Warm ? (t + 1) / (double)Warm * Rate : Rate;

    public static double Manual(long t) => t < 300 ? 0.001 : t < 600 ? 5e-4 : 1e-4;

    public static double Step(long t) => t < Warm ? Warmup(t, Min) : Math.Max(Rate * Math.Pow(0.1, (t - Warm) / 200), Min);

    public static double Cosine(long t)
    {
        if (t < Warm)
            return Warmup(t, 0);
        long done = t - Warm, period = 100;
        int cycle = 0;
        for (; done >= period; done -= period, period *= 2)
            cycle++;
        return 0.5 * (Rate * Math.Pow(0.1, cycle)) * (1 + Math.Cos(Math.PI * done / period));
    }

    public static double Triangular(long t) => Triangle(t, 1);

    public static double TriangularShrink(long t) => Triangle(t, 0.5);

    public static double InverseSqrt(long t) => t < Warm ? Warmup(t, 0) : Rate * Math.Sqrt(Warm) * Math.Pow(t, -0.5);

    public static double PolynomialDecay(long t) => t <= Warm ? t / (double)Warm * Rate : t >= 900 ? Min
        : (Rate - Min) * (1 - (t - Warm) / (900.0 - Warm)) + Min;

    public static double TriStage(long t) => t < 100 ? 0.01 * Rate + (Rate - 0.01 * Rate) / 100 * t
        : t < 500 ? Rate
        : t <= 900 ? Rate * Math.Exp(Math.Log(0.01) / 400 * (t - 500))
        : 0.01 * Rate;

    private static double Warmup(long t, double from) => from + t * ((Rate - from) / Warm);

    private static double Triangle(long t, double shrink)
    {
        double cycle = Math.Floor(t / (2.0 * 125));
        double top = Rate * Math.Pow(shrink, cycle);
        return Min + (top - Min) * Math.Max(0, 1 - Math.Abs(t / 125.0 - 2 * (cycle + 1) + 1));
    }
}
