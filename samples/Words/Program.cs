using Words;

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

var novel = Novel.Load(Path.Combine(AppContext.BaseDirectory, "data", "pride-and-prejudice.txt.gz"));
Division[] divisions = [.. Enumerable.Range(0, Novel.Divisions).Select(novel.Divide)];
var finished = new ProgressCounter();
var training = new Training(divisions, finished, options.RateScale);
Contender[] contenders =
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
    Contender.Of<Adamax>("Adamax", training),
    Contender.Of<Lion>("Lion", training),
];

Console.WriteLine(
    $"{contenders.Length} update rules, {options.Seeds} seeds each: {divisions[0].Training.Length:N0} paragraphs, "
    + $"{divisions[0].Vocabulary:N0} words, {Novel.Parts} parts, {Budget.Epochs} epochs, batches of {Budget.BatchSize}"
    + (options.RateScale == 1 ? "." : $", rates times {options.RateScale}."));
int epochs = contenders.Length * (options.Seeds + Comparison.WarmUps) * Budget.Epochs;
var outcomes = ProgressDisplay.Follow(() => Comparison.Run(contenders, options.Seeds), finished, epochs);
Console.WriteLine();
Report.Write(contenders, outcomes, divisions[0]);
return 0;
