using Digits;

Terminal.Prepare();

Options options;
try
{
    options = Options.Parse(args);
}
catch (FormatException mistake)
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
string budget = $"{trainingSet.Count:N0} images, {Budget.Epochs} epochs, batches of {Budget.BatchSize}";

if (options.LogDirectory is { } directory)
    Directory.CreateDirectory(directory);
if (options.Schedules)
{
    Compare("schedules", "plain SGD", Report.WriteSchedules, training =>
    [
        Contender.Of<TooLow>("constant, too low", training),
        Contender.Of<WellChosen>("constant, well chosen", training),
        Contender.Of<TooHigh>("constant, too high", training),
        Contender.Of<Staircase>("step decay", training),
        Contender.Of<Exponential>("exponential decay", training),
        Contender.Of<Cosine>("cosine, no warm-up", training),
        Contender.Of<WarmupCosine>("warm-up + cosine", training),
    ]);
}
if (options.Optimizers)
{
    if (options.Schedules)
        Console.WriteLine();
    Compare("update rules", "warm-up + cosine", Report.WriteRules, training =>
    [
        Contender.Of<Plain>("SGD", training),
        Contender.Of<Momentum>("SGD with momentum", training),
        Contender.Of<Nesterov>("Nesterov's momentum", training),
        Contender.Of<Adagrad>("Adagrad", training),
        Contender.Of<Adadelta>("Adadelta", training),
        Contender.Of<RmsProp>("RMSprop", training),
        Contender.Of<Adam>("Adam", training),
        Contender.Of<AdamW>("AdamW", training),
        Contender.Of<NAdam>("NAdam", training),
        Contender.Of<RAdam>("RAdam", training),
        Contender.Of<Adamax>("Adamax", training),
        Contender.Of<Lion>("Lion", training),
    ]);
}
if (options.RangeTest)
{
    var finding = new RateFinding(trainingSet, heldOutSet, options.Seeds);
    Console.WriteLine($"Range test, {options.Seeds} seeds: {budget}, plain SGD of a constant rate.");
    var finished = new ProgressCounter();
    var found = ProgressDisplay.Follow(() => finding.Run(finished), finished, finding.Epochs);
    Console.WriteLine();
    RateReport.Write(found);
    if (options.LogDirectory is { } folder)
    {
        using var file = File.Create(Path.Combine(folder, "range.json"));
        found.First.WriteJson(file);
    }
    // More than a point below the best rate of the grid: the proposal is worth nothing, and whoever runs this wants to know.
    if (found.PointsBelowBest > RateFindings.PointsAllowed)
        return 1;
}
return 0;

void Compare(
    string what, string fixedPart, Action<Contender[], Outcome[][], DigitSet> report, Func<Training, Contender[]> contendersOf)
{
    var finished = new ProgressCounter();
    var contenders = contendersOf(new Training(trainingSet, heldOutSet, finished, options.RateScale, options.LogDirectory));
    Console.WriteLine(
        $"{contenders.Length} {what}, {options.Seeds} seeds each: {budget}, {fixedPart}"
        + (options.RateScale == 1 ? "." : $", rates times {options.RateScale}."));
    int epochs = contenders.Length * options.Seeds * Budget.Epochs;
    var outcomes = ProgressDisplay.Follow(() => Comparison.Run(contenders, options.Seeds), finished, epochs);
    Console.WriteLine();
    report(contenders, outcomes, heldOutSet);
}
