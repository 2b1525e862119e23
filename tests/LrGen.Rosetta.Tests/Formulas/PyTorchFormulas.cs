using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>torch/optim/lr_scheduler.py and swa_utils.py: rates that are computed from the last one, as <c>get_lr</c> does.</summary>
[FormulasOf(typeof(PyTorch))]
internal static class PyTorchFormulas
{
    public static IEnumerable<double> MultiStepLR() => Recursions.MultiStep(0.1, 0.1, 300, 600, 800);

    public static IEnumerable<double> ConstantLR() => Recursions.Constant(0.1, 1.0 / 3, 300);

    public static IEnumerable<double> MultiplicativeLRConstant() => Recursions.Exponential(0.1, 0.95);

    public static IEnumerable<double> ChainedScheduler() =>
        Chain(0.1 * 0.25, (t, rate) => (t > 400 ? rate : rate * Recursions.LinearFactor(t, 0.25, 1, 400)) * 0.999);

    public static double CyclicLRTriangular2(long t) =>
        Recursions.Cyclic(t, 0.001, 0.006, 100, 100, (cycle, _) => Math.Pow(2, -(cycle - 1)));

    public static IEnumerable<double> SWALR() => SwaAnneal(HalfWaveUp);

    public static IEnumerable<double> SWALRLinear() => SwaAnneal(x => x);

    private static double HalfWaveUp(double x) => 1 - HalfWave(x);

    /// <summary>The rate before the anneal is recovered from the last rate and the last share.</summary>
    private static IEnumerable<double> SwaAnneal(Func<double, double> shape)
    {
        const double Swa = 0.05;
        const int Epochs = 500;
        double Alpha(int t) => shape(Math.Clamp(t / (double)Epochs, 0, 1));
        return Chain(0.1, (t, rate) =>
        {
            double before = Alpha(t - 1);
            double previous = before == 1 ? Swa : (rate - before * Swa) / (1 - before);
            return Swa * Alpha(t) + previous * (1 - Alpha(t));
        });
    }
}
