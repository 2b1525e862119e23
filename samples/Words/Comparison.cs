using LrGen;

namespace Words;

/// <summary>An optimizer that takes part in the comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Attributes">Its attributes, as they stand in the source.</param>
/// <param name="Prepare">Allocates a training, given the seed.</param>
sealed record Contender(string Name, string Attributes, Func<int, Func<Outcome>> Prepare)
{
    public static Contender Of<TOptimizer>(string name, Training training)
        where TOptimizer : IOptimizer, new() =>
        new(name, AttributeText.Of(typeof(TOptimizer)), training.Prepare<TOptimizer>);
}

/// <summary>Trains every contender with every seed.</summary>
static class Comparison
{
    /// <summary>Trainings of every contender that are not reported: in the first ones the runtime lets caches of its own grow.</summary>
    public const int WarmUps = 1;

    private const int Threads = 2;

    /// <summary>Returns the outcomes of every contender, in the order of the seeds 1, 2, ….</summary>
    public static Outcome[][] Run(Contender[] contenders, int seeds)
    {
        Outcome[][] outcomes = [.. contenders.Select(_ => new Outcome[seeds])];
        for (int seed = 1 - WarmUps; seed <= seeds; seed++)
        {
            // All is allocated, and garbage collected, before a training begins: a collection that another thread's arrays
            // bring about adds the rest of a thread's allocation buffer to what the runtime counts for that thread.
            Func<Outcome>[] trainings = [.. contenders.Select(contender => contender.Prepare(seed))];
            GC.Collect();
            int place = seed - 1;
            Parallel.For(0, trainings.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, run =>
            {
                var outcome = trainings[run]();
                if (place >= 0)
                    outcomes[run][place] = outcome;
            });
        }
        return outcomes;
    }
}
