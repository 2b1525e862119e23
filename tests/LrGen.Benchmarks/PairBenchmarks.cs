using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>
/// A schedule beside the same by hand. At asks for 4,096 steps that lie evenly over the whole schedule, Fill for all of them at once.
/// </summary>
/// <typeparam name="TSchedule">The attribute's.</typeparam>
/// <typeparam name="THand">The one by hand.</typeparam>
public abstract class PairBenchmarks<TSchedule, THand>
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
