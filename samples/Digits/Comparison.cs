using LrGen;

namespace Digits;

/// <summary>A schedule that takes part in the comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Attributes">Its attributes, as they stand in the source.</param>
/// <param name="Rates">The rate of every update of a training.</param>
/// <param name="Train">Trains one network, given the seed.</param>
sealed record Contender(string Name, string Attributes, double[] Rates, Func<int, Outcome> Train)
{
    public static Contender Of<TSchedule>(string name, Training training)
        where TSchedule : struct, ISchedule
    {
        string attributes = AttributeText.Of(typeof(TSchedule));
        var rates = new double[Budget.Steps];
        default(TSchedule).Fill(rates, start: 0);
        return new Contender(name, attributes, rates, seed => training.Train<TSchedule>(seed, name, attributes));
    }
}

/// <summary>Counts the epochs that all trainings together have finished; safe to use from several threads.</summary>
sealed class EpochCounter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}

/// <summary>Trains every contender with every seed.</summary>
static class Comparison
{
    private const int Threads = 2;

    /// <summary>Returns the outcomes of every contender, in the order of the seeds 1, 2, ….</summary>
    public static Outcome[][] Run(Contender[] contenders, int seeds)
    {
        Outcome[][] outcomes = [.. contenders.Select(_ => new Outcome[seeds])];

        // Trainings share only data that no one writes to, so the number of threads cannot change a result.
        Parallel.For(0, contenders.Length * seeds, new ParallelOptions { MaxDegreeOfParallelism = Threads }, run =>
        {
            var (contender, seed) = Math.DivRem(run, seeds);
            outcomes[contender][seed] = contenders[contender].Train(seed + 1);
        });
        return outcomes;
    }
}
