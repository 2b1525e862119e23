using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>speechbrain/nnet/schedulers.py.</summary>
[FormulasOf(typeof(SpeechBrain))]
internal static class SpeechBrainFormulas
{
    public static double LinearScheduler(long t) => 0.1 + (0.01 - 0.1) * (Math.Min(t, 799) / 799.0);

    public static double StepScheduler(long t) => 0.1 * Math.Pow(0.5, (1 + t) / 100);

    public static double NoamScheduler(long t) => 0.001 * Math.Sqrt(400) * Math.Min(Math.Pow(t + 1, -0.5), (t + 1) * Math.Pow(400, -1.5));

    public static double TriStageLRSchedule(long t) => t < 100 ? 0.01 * 0.001 + (0.001 - 0.01 * 0.001) / 100 * t
        : t < 500 ? 0.001
        : 0.001 * Math.Exp(Math.Log(0.05) / 300 * (t - 500));

    public static double WarmAndExpDecayLRSchedule(long t) =>
        t < 100 ? 0.001 * t / 100 : Math.Min(0.001, 0.001 * Math.Pow(0.1, (t - 100) / (900.0 - 100)));

    public static double WarmCoolDecayLRSchedule(long t)
    {
        double power = Math.Log(0.5) / 400, top = 0.001 * Math.Exp(power * 800);
        return t < 100 ? 0.001 * t / 100 : t > 800 ? top - top / 200 * (t - 800) : 0.001 * Math.Exp(power * (t - 100));
    }
}
