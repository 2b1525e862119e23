using LrGen;

namespace Rosetta;

/// <summary><c>mxnet.lr_scheduler</c>, a function of num_update, which MXNet's optimizers count from 1.</summary>
public static partial class MxNet
{
    /// <summary>A staircase a step late: a level begins at t &gt; i · step, so one step at the base rate goes before it.</summary>
    [Golden("G063")]
    [Constant(1, Steps = 1), StepDecay(1, every: 3, factor: 0.5)]
    public static partial double FactorScheduler(long update);

    /// <summary>Decays a step late, at t &gt; m: MXNet's 3 and 6 are 4 and 7 here.</summary>
    [Golden("G064")]
    [MilestoneDecay(1, factor: 0.5, 3 + 1, 6 + 1)]
    public static partial double MultiFactorScheduler(long update);
}
