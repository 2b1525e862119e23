using LrGen;

namespace Digits;

/// <summary>An optimizer that takes part in a comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Attributes">Its attributes, as they stand in the source.</param>
/// <param name="Rates">The rate of every update of a training.</param>
/// <param name="Train">Trains one network, given the seed.</param>
/// <param name="Time">Measures the microseconds that one update of the network takes.</param>
sealed record Contender(string Name, string Attributes, double[] Rates, Func<int, Outcome> Train, Func<double> Time)
{
    public static Contender Of<TOptimizer>(string name, Training training)
        where TOptimizer : IOptimizer, new() => new(
            name,
            AttributeText.Of(typeof(TOptimizer)),
            RatesOf(new TOptimizer(), training.RateScale),
            training.Train<TOptimizer>,
            () => UpdateTime.Of(new TOptimizer()));

    /// <summary>A rate belongs to an update, so one parameter goes through a whole training.</summary>
    private static double[] RatesOf(IOptimizer optimizer, double scale)
    {
        var rates = new double[Budget.Steps];
        float[] parameter = [0];
        for (int step = 0; step < rates.Length; step++)
        {
            rates[step] = scale * optimizer.Rate;
            optimizer.Update(parameter, [0f]);
        }
        return rates;
    }
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
