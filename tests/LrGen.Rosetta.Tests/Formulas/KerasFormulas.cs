using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>keras.optimizers.schedules and TensorFlow Addons' cycles: functions of the iteration, here in double precision.</summary>
[FormulasOf(typeof(Keras))]
internal static class KerasFormulas
{
    public static double ExponentialDecay(long t) => 0.1 * Math.Pow(0.5, t / 250.0);

    public static double CosineDecay(long t) => 0.1 * ((1 - 0.05) * HalfWave(Math.Min(t, 800) / 800.0) + 0.05);

    public static double TriangularCyclicalLearningRate(long t) => Cyclical(t, (_, _) => 1);

    public static double Triangular2CyclicalLearningRate(long t) => Cyclical(t, (cycle, _) => 1 / Math.Pow(2, cycle - 1));

    public static double ExponentialCyclicalLearningRate(long t) => Cyclical(t, (_, step) => Math.Pow(0.995, step));

    private static double Cyclical(long t, Func<double, long, double> scale)
    {
        double cycle = Math.Floor(1 + t / (2.0 * 80));
        double x = Math.Abs(t / 80.0 - 2 * cycle + 1);
        return 0.001 + (0.01 - 0.001) * Math.Max(0, 1 - x) * scale(cycle, t);
    }
}
