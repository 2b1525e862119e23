using LrGen;

namespace Rosetta;

/// <summary>kozistr's <c>pytorch_optimizer</c>.</summary>
public static partial class PytorchOptimizer
{
    /// <summary>
    /// Rates for 66 epochs, as multiples of 0.01 from 1 to 1/small_m = 20 (10 in old versions); the first stands for two epochs more, the
    /// last is held. num_epochs − 2 has to be a power of two.
    /// </summary>
    [Delay(2), ChebyshevDecay(0.01 / 0.05, low: 0.01, steps: 66 - 2)]
    public static partial double ChebyshevSchedule(long epoch);

    /// <summary>A rational decay from max_lr to min_lr; the optimizer is at min_lr until the first call of step, which is t = 0 here.</summary>
    [RexDecay(0.1, steps: 800, Floor = 0.001)]
    public static partial double REXScheduler(long step);
}
