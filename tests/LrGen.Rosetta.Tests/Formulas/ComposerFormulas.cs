using Rosetta;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>composer/optim/scheduler.py: multipliers, functions of the batch.</summary>
[FormulasOf(typeof(Composer))]
internal static class ComposerFormulas
{
    public static double ConstantWithWarmupScheduler(long t) => t < 100 ? 0.5 * (t / 100.0) : 0.5;

    public static double CosineAnnealingWarmRestartsScheduler(long t) => Recursions.WarmRestarts(t, 1, 5, 2, 0.1);
}
