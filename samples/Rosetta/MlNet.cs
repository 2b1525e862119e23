using LrGen;

namespace Rosetta;

/// <summary><c>Microsoft.ML.Trainers.LearningRateScheduler</c> of the image classification trainer, in single precision there.</summary>
public static partial class MlNet
{
    /// <summary>
    /// A share of the base rate for each stretch of epochs, times batch ÷ 128; the shares are not cumulative. Here the default list.
    /// </summary>
    [PiecewiseConstant(new[] { 0.01, 0.01 * 0.1, 0.01 * 0.01, 0.01 * 0.0001 }, 91, 136, 182)]
    public static partial double LsrDecay(long epoch);

    /// <summary>A decay by 0.94 every two epochs, in levels by default.</summary>
    [StepDecay(0.01, every: 2, factor: 0.94)]
    public static partial double ExponentialLRDecay(long epoch);

    /// <summary>A power of the share that is left; the end rate (1e-4) at the end, held.</summary>
    [PolynomialDecay(0.01, steps: 800, power: 1, Floor = 1e-4)]
    public static partial double PolynomialLRDecay(long epoch);
}
