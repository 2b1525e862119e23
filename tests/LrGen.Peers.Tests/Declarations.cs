namespace LrGen.Peers.Tests;

/// <summary>Declarations for what TorchSharp gets wrong, with the arguments of the tests.</summary>
internal static partial class Declarations
{
    /// <summary>The rate is known at run time only.</summary>
    [ExponentialDecay(factor: 0.5)]
    public static partial double Exponential(long step, double rate);

    [OneCycle(1, steps: 10)]
    public static partial double OneCycle(long step);

    [PiecewiseInterpolated(new[] { 0.95, 0.85, 0.95 }, new[] { 2.0, 9 }, Interpolation = Interpolation.Cosine)]
    public static partial double OneCycleMomentum(long step);

    [OneCycle(1, steps: 10, ThreePhase = true)]
    public static partial double OneCycleThreePhase(long step);

    /// <summary>pct_start · total_steps is 1: the rise has no length, and step 0 has the peak.</summary>
    [CosineDecay(1, steps: 10, Floor = 1 / 25.0 / 1e4, End = End.LastStep)]
    public static partial double OneCycleWithoutRise(long step);

    [StepDecay(0.1, every: 2, factor: 0.5)]
    public static partial double Step(long step);

    [CosineDecay(0.1, steps: 10)]
    public static partial double Cosine(long step);

    [ReduceOnPlateau(0.1, factor: 0.5, patience: 0)]
    public partial struct Impatient;
}
