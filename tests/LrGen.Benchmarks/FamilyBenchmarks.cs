using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>
/// The families that <see cref="AtBenchmarks"/> and <see cref="FillBenchmarks"/> do not have, each beside hand-written code. At asks for
/// 4,096 steps that lie evenly over the whole schedule, Fill for all of them at once.
/// </summary>
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
public class FamilyBenchmarks<TSchedule, THand>
    where TSchedule : struct, ISchedule
    where THand : struct, IByHand
{
    private const int Stride = Lengths.FillSteps / Lengths.AtSteps;

    private readonly double[] _rates = new double[Lengths.FillSteps];

    /// <summary>Two that do not compute the same cannot be compared.</summary>
    [GlobalSetup]
    public void Check()
    {
        for (long step = -1; step < Lengths.FillSteps; step++)
        {
            double generated = default(TSchedule).At(step), byHand = THand.At(step);
            if (!(Math.Abs(generated - byHand) <= 1e-9 * byHand))
                throw new InvalidOperationException(FormattableString.Invariant($"{typeof(TSchedule).Name} at {step}: {generated} and {byHand}"));
        }
    }

    [BenchmarkCategory("At"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double AtByHand()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.FillSteps; step += Stride)
            sum += THand.At(step);
        return sum;
    }

    [BenchmarkCategory("At"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double AtGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.FillSteps; step += Stride)
            sum += default(TSchedule).At(step);
        return sum;
    }

    [BenchmarkCategory("Fill"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double FillByHand()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = THand.At(step);
        return rates[^1];
    }

    [BenchmarkCategory("Fill"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double FillGenerated()
    {
        default(TSchedule).Fill(_rates, 0);
        return _rates[^1];
    }
}
