using LrGen;
using RateSearch;

Terminal.Prepare();

Options options;
try
{
    options = Options.Parse(args);
}
catch (Exception mistake) when (mistake is FormatException or InvalidOperationException)
{
    Console.Error.WriteLine($"{mistake.Message} --help lists the options.");
    return 1;
}
if (options.Help)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

var (trainingSet, heldOutSet) = DigitSet.Load(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"));
var comparison = new Comparison(trainingSet, heldOutSet, options);
var finished = new ProgressCounter();
if (options.Journal is null)
{
    Console.WriteLine($"4 kinds of search, {options.Seeds} seeds each: {options.Trials} trials of {options.Epochs} epochs.");
    var contenders = ProgressDisplay.Follow(() => comparison.Run(finished), finished, comparison.Trials);
    Console.WriteLine();
    Report.WriteComparison(contenders);
    Report.WriteMap(contenders.SelectMany(c => c.Results).SelectMany(r => r.Trials));
    return 0;
}

// The first Ctrl+C ends the search in order; what has ended is in the journal.
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) => key.Cancel = !cancellation.IsCancellationRequested && Cancel();
try
{
    Console.WriteLine($"Part {options.Shard} of a quasi-random search of {options.Trials} trials, in {options.Journal}.");
    var result = ProgressDisplay.Follow(() => comparison.RunOne(finished, cancellation.Token), finished, Math.Max(options.Trials / options.Shard.Count, 1));
    Report.WriteBest(result);
    Report.WriteMap(result.Trials);
    return result.IsComplete ? 0 : 2;
}
catch (IOException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 1;
}

bool Cancel()
{
    cancellation.Cancel();
    return true;
}
