using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>The families, and their options, that <see cref="AtBenchmarks"/> and <see cref="FillBenchmarks"/> do not have.</summary>
/// <typeparam name="TSchedule">The attribute's.</typeparam>
/// <typeparam name="THand">The one by hand.</typeparam>
[GenericTypeArguments(typeof(ConstantSchedule), typeof(ConstantByHand))]
[GenericTypeArguments(typeof(MilestoneSchedule), typeof(MilestoneByHand))]
[GenericTypeArguments(typeof(PiecewiseConstantSchedule), typeof(PiecewiseConstantByHand))]
[GenericTypeArguments(typeof(PiecewiseLinesSchedule), typeof(PiecewiseLinesByHand))]
[GenericTypeArguments(typeof(PiecewiseWavesSchedule), typeof(PiecewiseWavesByHand))]
[GenericTypeArguments(typeof(InverseTimeSchedule), typeof(InverseTimeByHand))]
[GenericTypeArguments(typeof(InverseSquareRootSchedule), typeof(InverseSquareRootByHand))]
[GenericTypeArguments(typeof(NoamSchedule), typeof(NoamByHand))]
[GenericTypeArguments(typeof(PowerSchedule), typeof(PowerByHand))]
[GenericTypeArguments(typeof(RexSchedule), typeof(RexByHand))]
[GenericTypeArguments(typeof(CosineRestartsSchedule), typeof(CosineRestartsByHand))]
[GenericTypeArguments(typeof(CyclicSchedule), typeof(CyclicByHand))]
[GenericTypeArguments(typeof(OneCycleSchedule), typeof(OneCycleByHand))]
[GenericTypeArguments(typeof(FlatCosineSchedule), typeof(FlatCosineByHand))]
[GenericTypeArguments(typeof(SlantedTriangularSchedule), typeof(SlantedTriangularByHand))]
[GenericTypeArguments(typeof(TrapezoidSchedule), typeof(TrapezoidByHand))]
[GenericTypeArguments(typeof(TriStageSchedule), typeof(TriStageByHand))]
[GenericTypeArguments(typeof(RangeTestSchedule), typeof(RangeTestByHand))]
[GenericTypeArguments(typeof(TanhSchedule), typeof(TanhByHand))]
[GenericTypeArguments(typeof(SigmoidSchedule), typeof(SigmoidByHand))]
[GenericTypeArguments(typeof(NaturalExponentialSchedule), typeof(NaturalExponentialByHand))]
[GenericTypeArguments(typeof(SwaAnnealSchedule), typeof(SwaAnnealByHand))]
[GenericTypeArguments(typeof(LinearCosineSchedule), typeof(LinearCosineByHand))]
[GenericTypeArguments(typeof(EdenSchedule), typeof(EdenByHand))]
[GenericTypeArguments(typeof(CosineExponentSchedule), typeof(CosineExponentByHand))]
[GenericTypeArguments(typeof(CosineHalfWavesSchedule), typeof(CosineHalfWavesByHand))]
[GenericTypeArguments(typeof(CosineOfPowerSchedule), typeof(CosineOfPowerByHand))]
[GenericTypeArguments(typeof(PolynomialOfPowerSchedule), typeof(PolynomialOfPowerByHand))]
[GenericTypeArguments(typeof(RootPolynomialSchedule), typeof(RootPolynomialByHand))]
[GenericTypeArguments(typeof(CyclingPolynomialSchedule), typeof(CyclingPolynomialByHand))]
[GenericTypeArguments(typeof(FallingRestartsSchedule), typeof(FallingRestartsByHand))]
[GenericTypeArguments(typeof(SlowRestartsSchedule), typeof(SlowRestartsByHand))]
[GenericTypeArguments(typeof(SineCycleSchedule), typeof(SineCycleByHand))]
[GenericTypeArguments(typeof(CosineCycleSchedule), typeof(CosineCycleByHand))]
[GenericTypeArguments(typeof(HalvingCycleSchedule), typeof(HalvingCycleByHand))]
[GenericTypeArguments(typeof(ExponentialCycleSchedule), typeof(ExponentialCycleByHand))]
[GenericTypeArguments(typeof(ChebyshevSchedule), typeof(ChebyshevByHand))]
[GenericTypeArguments(typeof(CosineCooldownSchedule), typeof(CosineCooldownByHand))]
[GenericTypeArguments(typeof(RootCooldownSchedule), typeof(RootCooldownByHand))]
[GenericTypeArguments(typeof(ExponentialCooldownSchedule), typeof(ExponentialCooldownByHand))]
[GenericTypeArguments(typeof(HalvingCooldownSchedule), typeof(HalvingCooldownByHand))]
[GenericTypeArguments(typeof(SquareCooldownSchedule), typeof(SquareCooldownByHand))]
public class FamilyBenchmarks<TSchedule, THand> : PairBenchmarks<TSchedule, THand>
    where TSchedule : struct, ISchedule
    where THand : struct, IByHand
{
}
