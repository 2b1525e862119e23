using System.Globalization;
using LrGen;
using LrGen.SearchWorker;

// search JOURNAL STARTS TRIALS MILLISECONDS [SHARD]: a search whose trials take a while; each one that begins is a line in STARTS. 3 where it was
// told to end before all had.
// values COUNT: the bits of trials.
if (args is ["values", var count])
{
    for (long i = 0; i < long.Parse(count, CultureInfo.InvariantCulture); i++)
    {
        foreach (var trial in new[] { WorkerSpace.Random(7, i), WorkerSpace.QuasiRandom(7, i) })
            Console.WriteLine($"{BitConverter.DoubleToInt64Bits(trial.Rate):x16} {BitConverter.DoubleToInt64Bits(trial.Momentum):x16} {trial.Batch} {trial.Layers}");
    }

    return 0;
}

var starts = new object();
var options = new SearchOptions
{
    Seed = 7,
    Trials = long.Parse(args[3], CultureInfo.InvariantCulture),
    Parallelism = 2,
    Journal = args[1],
    Shard = args.Length > 5 ? Shard.Parse(args[5]) : Shard.FromEnvironment(count: args[0] == "job" ? 3 : null),
};
var result = Search.Run<WorkerSpace>(options, (trial, context) =>
{
    lock (starts)
        File.AppendAllText(args[2], context.Index.ToString(CultureInfo.InvariantCulture) + "\n");
    context.Report(1, trial.Rate);
    context.Cancellation.WaitHandle.WaitOne(int.Parse(args[4], CultureInfo.InvariantCulture));
    context.Cancellation.ThrowIfCancellationRequested();
    return Math.Abs(Math.Log10(trial.Rate) + 2) + trial.Batch / 1000.0;
});
Console.WriteLine($"{result.Trials.Count} {result.Best?.Index}");
return result.IsComplete ? 0 : 3;
