using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>
/// The rate of one step, asked for step after step as a training does. Naive: the formula as it stands in a paper. HandWritten: what a
/// careful person writes for speed. Generated: the attribute.
/// </summary>
[DisassemblyDiagnoser(maxDepth: 2)]
public class AtBenchmarks
{
    private const int Trainings = 13;

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs)]
    public double StepDecayNaive()
    {
        double sum = 0;
        for (int training = 0; training < Trainings; training++)
        {
            for (long step = 0; step < Lengths.Epochs; step++)
                sum += Naive.StepDecay(step);
        }

        return sum;
    }

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs, Baseline = true)]
    public double StepDecayHandWritten()
    {
        double sum = 0;
        for (int training = 0; training < Trainings; training++)
        {
            for (long step = 0; step < Lengths.Epochs; step++)
                sum += HandWritten.StepDecay(step);
        }

        return sum;
    }

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs)]
    public double StepDecayGenerated()
    {
        double sum = 0;
        for (int training = 0; training < Trainings; training++)
        {
            for (long step = 0; step < Lengths.Epochs; step++)
                sum += Generated.StepDecay(step);
        }

        return sum;
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double WarmupCosineNaive()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Naive.WarmupCosine(step);
        return sum;
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double WarmupCosineHandWritten()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += HandWritten.WarmupCosine(step);
        return sum;
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double WarmupCosineGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Generated.WarmupCosine(step);
        return sum;
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double ExponentialNaive()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Naive.Exponential(step);
        return sum;
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double ExponentialHandWritten()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += HandWritten.Exponential(step);
        return sum;
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double ExponentialGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Generated.Exponential(step);
        return sum;
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double LinearNaive()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Naive.Linear(step);
        return sum;
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double LinearHandWritten()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += HandWritten.Linear(step);
        return sum;
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double LinearGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Generated.Linear(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double SquareNaive()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Naive.Square(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double SquareHandWritten()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += HandWritten.Square(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double SquareGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Generated.Square(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double PolynomialNaive()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Naive.Polynomial(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.AtSteps, Baseline = true)]
    public double PolynomialHandWritten()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += HandWritten.Polynomial(step);
        return sum;
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.AtSteps)]
    public double PolynomialGenerated()
    {
        double sum = 0;
        for (long step = 0; step < Lengths.AtSteps; step++)
            sum += Generated.Polynomial(step);
        return sum;
    }
}
