using System.Globalization;
using System.Text;
using Digits;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

// In a file or a pipe: no colours (continuous-integration machines would switch them on), and lines as long as they are.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
    AnsiConsole.Profile.Width = int.MaxValue;
}

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
if (options.LogDirectory is { } directory)
    Directory.CreateDirectory(directory);
var finished = new EpochCounter();
var training = new Training(trainingSet, heldOutSet, finished, options.LogDirectory);
Contender[] contenders =
[
    Contender.Of<TooLow>("constant, too low", training),
    Contender.Of<WellChosen>("constant, well chosen", training),
    Contender.Of<TooHigh>("constant, too high", training),
    Contender.Of<Staircase>("step decay", training),
    Contender.Of<Exponential>("exponential decay", training),
    Contender.Of<Cosine>("cosine, no warm-up", training),
    Contender.Of<WarmupCosine>("warm-up + cosine", training),
];

Console.WriteLine(
    $"{contenders.Length} schedules, {options.Seeds} seeds each: {trainingSet.Count:N0} images, {Budget.Epochs} epochs, "
    + $"batches of {Budget.BatchSize}, plain SGD.");
int epochs = contenders.Length * options.Seeds * Budget.Epochs;
var outcomes = ProgressDisplay.Follow(() => Comparison.Run(contenders, options.Seeds), finished, epochs);
Console.WriteLine();
Report.Write(contenders, outcomes, heldOutSet);
return 0;
