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
