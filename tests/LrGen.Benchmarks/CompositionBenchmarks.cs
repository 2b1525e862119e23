using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>Declarations made of others, and what modifies them; noise has no peer, since only its own hash gives the same.</summary>
/// <typeparam name="TSchedule">The attributes'.</typeparam>
/// <typeparam name="THand">The one by hand.</typeparam>
[GenericTypeArguments(typeof(UseSchedule), typeof(UseByHand))]
[GenericTypeArguments(typeof(ProductSchedule), typeof(ProductByHand))]
[GenericTypeArguments(typeof(SumSchedule), typeof(SumByHand))]
[GenericTypeArguments(typeof(AverageSchedule), typeof(AverageByHand))]
[GenericTypeArguments(typeof(MaxSchedule), typeof(MaxByHand))]
[GenericTypeArguments(typeof(MinSchedule), typeof(MinByHand))]
[GenericTypeArguments(typeof(FunctionSchedule), typeof(FunctionByHand))]
[GenericTypeArguments(typeof(MirrorSchedule), typeof(MirrorByHand))]
[GenericTypeArguments(typeof(RepeatSchedule), typeof(RepeatByHand))]
[GenericTypeArguments(typeof(ScaleSchedule), typeof(ScaleByHand))]
[GenericTypeArguments(typeof(BatchScaleSchedule), typeof(BatchScaleByHand))]
[GenericTypeArguments(typeof(DelaySchedule), typeof(DelayByHand))]
[GenericTypeArguments(typeof(CooldownSchedule), typeof(CooldownByHand))]
[GenericTypeArguments(typeof(ClampSchedule), typeof(ClampByHand))]
[GenericTypeArguments(typeof(GroupScaleSchedule), typeof(GroupScaleByHand))]
[GenericTypeArguments(typeof(LayerDecaySchedule), typeof(LayerDecayByHand))]
[GenericTypeArguments(typeof(OverlapSchedule), typeof(OverlapByHand))]
[GenericTypeArguments(typeof(ShapesSchedule), typeof(ShapesByHand))]
public class CompositionBenchmarks<TSchedule, THand> : PairBenchmarks<TSchedule, THand>
    where TSchedule : struct, ISchedule
    where THand : struct, IByHand
{
}
