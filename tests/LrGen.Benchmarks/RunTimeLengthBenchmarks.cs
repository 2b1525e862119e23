using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>
/// What it costs that lengths of run time may be 0. Refusing: the same arithmetic by hand where a length of 0 is an error. Generated: the
/// attributes, which skip such a phase.
/// </summary>
public class RunTimeLengthBenchmarks
{
    private readonly long _warmup = Lengths.WarmupSteps;
    private readonly long _constant = 1_000;
    private readonly long _linear = 2_000;

    [Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double Refusing()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += WarmupOverTwo(step, _warmup, _constant, _linear);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double Generated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += RunTimeLengths.WarmupOverTwo(step, _warmup, _constant, _linear);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double WarmupOverTwo(long step, long warmupSteps, long constantSteps, long linearDecaySteps)
    {
        if (!(warmupSteps > 0 & constantSteps > 0 & linearDecaySteps > 0))
            throw new ArgumentOutOfRangeException(nameof(warmupSteps));
        double t = step < 0 ? 0.0 : step;
        if (t < warmupSteps)
        {
            double length = warmupSteps;
            return 0.3 * t / length;
        }

        if (t < (double)warmupSteps + constantSteps)
            return 0.3;
        if (t < (double)warmupSteps + ((double)constantSteps + linearDecaySteps))
        {
            double u = t - ((double)warmupSteps + constantSteps);
            double length = linearDecaySteps;
            return ((length - u) * 0.1 + u * 0.01) / length;
        }

        return 0.01;
    }
}
