using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Schedules;

namespace LrGen.Benchmarks;

/// <summary>
/// The rates of many steps at once. HandWritten and At: a loop over the method of one step. Fill: one call of the generated
/// <see cref="ISchedule.Fill"/>.
/// </summary>
[DisassemblyDiagnoser(maxDepth: 2)]
public class FillBenchmarks
{
    private const int Trainings = Lengths.FillSteps / Lengths.Epochs;

    private readonly double[] _rates = new double[Lengths.FillSteps];

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs, Baseline = true)]
    public double StepDecayHandWritten()
    {
        var rates = _rates.AsSpan(0, Lengths.Epochs);
        for (int training = 0; training < Trainings; training++)
        {
            for (int step = 0; step < rates.Length; step++)
                rates[step] = HandWritten.StepDecay(step);
        }

        return rates[^1];
    }

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs)]
    public double StepDecayAt()
    {
        var rates = _rates.AsSpan(0, Lengths.Epochs);
        for (int training = 0; training < Trainings; training++)
        {
            for (int step = 0; step < rates.Length; step++)
                rates[step] = default(StepDecaySchedule).At(step);
        }

        return rates[^1];
    }

    [BenchmarkCategory("step decay"), Benchmark(OperationsPerInvoke = Trainings * Lengths.Epochs)]
    public double StepDecayFill()
    {
        var rates = _rates.AsSpan(0, Lengths.Epochs);
        for (int training = 0; training < Trainings; training++)
            default(StepDecaySchedule).Fill(rates, 0);
        return rates[^1];
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double WarmupCosineHandWritten()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = HandWritten.WarmupCosine(step);
        return rates[^1];
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double WarmupCosineAt()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = default(WarmupCosineSchedule).At(step);
        return rates[^1];
    }

    [BenchmarkCategory("warm-up + cosine"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double WarmupCosineFill()
    {
        double[] rates = _rates;
        default(WarmupCosineSchedule).Fill(rates, 0);
        return rates[^1];
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double ExponentialHandWritten()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = HandWritten.Exponential(step);
        return rates[^1];
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double ExponentialAt()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = default(ExponentialSchedule).At(step);
        return rates[^1];
    }

    [BenchmarkCategory("exponential"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double ExponentialFill()
    {
        double[] rates = _rates;
        default(ExponentialSchedule).Fill(rates, 0);
        return rates[^1];
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double LinearHandWritten()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = HandWritten.Linear(step);
        return rates[^1];
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double LinearAt()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = default(LinearSchedule).At(step);
        return rates[^1];
    }

    [BenchmarkCategory("linear"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double LinearFill()
    {
        double[] rates = _rates;
        default(LinearSchedule).Fill(rates, 0);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double SquareHandWritten()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = HandWritten.Square(step);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double SquareAt()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = default(SquareSchedule).At(step);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 2"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double SquareFill()
    {
        double[] rates = _rates;
        default(SquareSchedule).Fill(rates, 0);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.FillSteps, Baseline = true)]
    public double PolynomialHandWritten()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = HandWritten.Polynomial(step);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double PolynomialAt()
    {
        double[] rates = _rates;
        for (int step = 0; step < rates.Length; step++)
            rates[step] = default(PolynomialSchedule).At(step);
        return rates[^1];
    }

    [BenchmarkCategory("polynomial, power 0.9"), Benchmark(OperationsPerInvoke = Lengths.FillSteps)]
    public double PolynomialFill()
    {
        double[] rates = _rates;
        default(PolynomialSchedule).Fill(rates, 0);
        return rates[^1];
    }
}
