namespace LrGen.Benchmarks.Schedules;

[Constant(0.01)]
public readonly partial struct ConstantSchedule;

[MilestoneDecay(0.1, 0.1, 30_000, 50_000)]
public readonly partial struct MilestoneSchedule;

[PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, new[] { 30_000.0, 50_000 })]
public readonly partial struct PiecewiseConstantSchedule;

[PiecewiseInterpolated(new[] { 0.01, 0.1, 0.01 }, new[] { 10_000.0, 60_000 })]
public readonly partial struct PiecewiseLinesSchedule;

[PiecewiseInterpolated(new[] { 0.01, 0.1, 0.01 }, new[] { 10_000.0, 60_000 }, Interpolation = Interpolation.Cosine)]
public readonly partial struct PiecewiseWavesSchedule;

[InverseTimeDecay(0.1, decayRate: 0.5, every: 1_000)]
public readonly partial struct InverseTimeSchedule;

[InverseSquareRoot(0.1, timescale: 1_000)]
public readonly partial struct InverseSquareRootSchedule;

[Noam(modelSize: 256, warmupSteps: 4_000)]
public readonly partial struct NoamSchedule;

[PowerDecay(0.1, power: 0.75, timescale: 1_000)]
public readonly partial struct PowerSchedule;

[RexDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct RexSchedule;

[CosineRestarts(0.1, steps: 2_000, LengthFactor = 2, Floor = 0.001)]
public readonly partial struct CosineRestartsSchedule;

[Cyclic(0.01, high: 0.1, stepsUp: 2_000)]
public readonly partial struct CyclicSchedule;

[OneCycle(0.1, steps: 65_000)]
public readonly partial struct OneCycleSchedule;

[FlatCosine(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct FlatCosineSchedule;

[SlantedTriangular(0.1, steps: 65_000)]
public readonly partial struct SlantedTriangularSchedule;

[WarmupStableDecay(0.1, warmupSteps: 1_000, stableSteps: 50_000, decaySteps: 14_000, From = 0.001, Floor = 0.001)]
public readonly partial struct TrapezoidSchedule;

[TriStage(0.1, warmupSteps: 1_000, holdSteps: 30_000, decaySteps: 34_000)]
public readonly partial struct TriStageSchedule;

[RangeTest(1e-7, to: 10, steps: 65_000)]
public readonly partial struct RangeTestSchedule;

[TanhDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct TanhSchedule;

[SigmoidDecay(0.1, midpoint: 30_000, steepness: 0.0002)]
public readonly partial struct SigmoidSchedule;

[NaturalExponentialDecay(0.1, decayRate: 0.5, every: 10_000)]
public readonly partial struct NaturalExponentialSchedule;

[SwaAnneal(0.1, swaRate: 0.05, steps: 50_000)]
public readonly partial struct SwaAnnealSchedule;

[LinearCosineDecay(0.1, steps: 65_000)]
public readonly partial struct LinearCosineSchedule;

[EdenDecay(0.045, batches: 7_500, Epochs = 3.5, StepsPerEpoch = 4_800)]
public readonly partial struct EdenSchedule;

[CosineDecay(0.1, steps: 65_000, Exponent = 2, Floor = 0.001)]
public readonly partial struct CosineExponentSchedule;

[CosineDecay(0.1, steps: 65_000, HalfWaves = 3, Floor = 0.001)]
public readonly partial struct CosineHalfWavesSchedule;

[CosineDecay(0.1, steps: 65_000, TimePower = 2, Floor = 0.001)]
public readonly partial struct CosineOfPowerSchedule;

[PolynomialDecay(0.1, steps: 65_000, power: 2, TimePower = 3, Floor = 0.001)]
public readonly partial struct PolynomialOfPowerSchedule;

[PolynomialDecay(0.1, steps: 65_000, power: 1.5, Floor = 0.001)]
public readonly partial struct RootPolynomialSchedule;

[PolynomialDecay(0.1, steps: 10_000, Cycling = true, Floor = 0.001)]
public readonly partial struct CyclingPolynomialSchedule;

[CosineRestarts(0.1, steps: 2_000, Amplitude = 0.9, Floor = 0.001)]
public readonly partial struct FallingRestartsSchedule;

[CosineRestarts(0.1, steps: 2_000, LengthFactor = 1.1, Floor = 0.001)]
public readonly partial struct SlowRestartsSchedule;

[Cyclic(0.01, high: 0.1, stepsUp: 2_000, Wave = CycleWave.Sine)]
public readonly partial struct SineCycleSchedule;

[Cyclic(0.01, high: 0.1, stepsUp: 2_000, Wave = CycleWave.Cosine)]
public readonly partial struct CosineCycleSchedule;

[Cyclic(0.01, high: 0.1, stepsUp: 2_000, Amplitude = CycleAmplitude.Halving)]
public readonly partial struct HalvingCycleSchedule;

[Cyclic(0.01, high: 0.1, stepsUp: 2_000, Amplitude = CycleAmplitude.Exponential, Factor = 0.9999)]
public readonly partial struct ExponentialCycleSchedule;

[Training(StepsPerEpoch = 256)]
[ChebyshevDecay(0.2, low: 0.01, steps: 256, Unit = Unit.Epochs)]
public readonly partial struct ChebyshevSchedule;

[WarmupStableDecay(0.1, 1_000, 50_000, 14_000, From = 0.001, Floor = 0.001, Cooldown = CooldownShape.Cosine)]
public readonly partial struct CosineCooldownSchedule;

[WarmupStableDecay(0.1, 1_000, 50_000, 14_000, From = 0.001, Floor = 0.001, Cooldown = CooldownShape.OneMinusSqrt)]
public readonly partial struct RootCooldownSchedule;

[WarmupStableDecay(0.1, 1_000, 50_000, 14_000, From = 0.001, Floor = 0.001, Cooldown = CooldownShape.Exponential)]
public readonly partial struct ExponentialCooldownSchedule;

[WarmupStableDecay(0.1, 1_000, 50_000, 14_000, From = 0.001, Floor = 0.001, Cooldown = CooldownShape.Halving)]
public readonly partial struct HalvingCooldownSchedule;

[WarmupStableDecay(0.1, 1_000, 50_000, 14_000, From = 0.001, Floor = 0.001, Cooldown = CooldownShape.OneMinusSquare)]
public readonly partial struct SquareCooldownSchedule;
