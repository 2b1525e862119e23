namespace LrGen.Benchmarks.Schedules;

/// <summary>The schedules as attributes: methods for <c>At</c>.</summary>
internal static partial class Generated
{
    [StepDecay(0.01, every: Lengths.StepEvery, factor: 0.5)]
    public static partial double StepDecay(long step);

    [Warmup(Lengths.WarmupSteps), CosineDecay(3e-4, steps: Lengths.CosineSteps, Floor = 3e-5)]
    public static partial double WarmupCosine(long step);

    [ExponentialDecay(0.001, factor: 0.96, every: 1_000)]
    public static partial double Exponential(long step);

    [LinearDecay(0.01, 1e-4, steps: Lengths.DecaySteps)]
    public static partial double Linear(long step);

    [PolynomialDecay(0.01, steps: Lengths.DecaySteps, power: 2, Floor = 1e-4)]
    public static partial double Square(long step);

    [PolynomialDecay(0.01, steps: Lengths.DecaySteps, power: 0.9, Floor = 1e-4)]
    public static partial double Polynomial(long step);
}

[StepDecay(0.01, every: Lengths.StepEvery, factor: 0.5)]
internal readonly partial struct StepDecaySchedule;

[Warmup(Lengths.WarmupSteps), CosineDecay(3e-4, steps: Lengths.CosineSteps, Floor = 3e-5)]
internal readonly partial struct WarmupCosineSchedule;

[ExponentialDecay(0.001, factor: 0.96, every: 1_000)]
internal readonly partial struct ExponentialSchedule;

[LinearDecay(0.01, 1e-4, steps: Lengths.DecaySteps)]
internal readonly partial struct LinearSchedule;

[PolynomialDecay(0.01, steps: Lengths.DecaySteps, power: 2, Floor = 1e-4)]
internal readonly partial struct SquareSchedule;

[PolynomialDecay(0.01, steps: Lengths.DecaySteps, power: 0.9, Floor = 1e-4)]
internal readonly partial struct PolynomialSchedule;
