using LrGen;

namespace Rosetta;

/// <summary>ParameterSchedulers.jl, which counts from 1: its t = 1 is step 0 here.</summary>
public static partial class Julia
{
    /// <summary>A staircase; Julia's level i begins at t &gt; i · step_size.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double Step(long step);

    /// <summary>Multiplies by the decay at each step and never ends.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double Exp(long step);

    /// <summary>start ÷ (1 + (t − 1) · decay)^degree; never ends.</summary>
    [PowerDecay(0.1, power: 2, timescale: 1 / 0.01)]
    public static partial double Inv(long step);

    /// <summary>Triangles between two values for ever; a period is up and down.</summary>
    [Cyclic(0.01, high: 0.1, stepsUp: 250 / 2.0)]
    public static partial double Triangle(long step);

    /// <summary><c>CosAnneal</c> with restart=false: half waves down and up for ever.</summary>
    [CosineDecay(0.1, steps: 400, Floor = 0.01, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosAnneal(long step);
}
