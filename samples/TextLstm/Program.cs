using LrGen;
using Samples;
using TextLstm;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

const string Usage = $"""
    Trains character LSTMs on Pride and Prejudice along several learning-rate schedules, compares them, and lets the best one write.

    dotnet run -c Release --project samples/TextLstm [-- options]

    {Options.Shared}

    The schedules are in Rates.cs.
    """;
const int TextLength = 400;
const double Temperature = 0.6;
const string Opening = "It is a truth universally acknowledged, that ";

var options = Sample.Begin(() => Options.Parse("TextLstm", args), Usage, out int exitCode);
if (options is null)
    return exitCode;
var text = TextSet.Load(Path.Combine(AppContext.BaseDirectory, "data", "pride-and-prejudice.txt.gz"));
return Sample.Compare(options, [Book(steps: options.Extent == Extent.Full ? 12_000 : 5_000)], Report);

Section Book(int steps)
{
    const string Trapezoid = "warm-up, hold, linear decay";
    return new Section(
        "book",
        $"Pride and Prejudice: {text.TrainingLength:N0} characters, {text.HeldOut.shape[0]:N0} held out; {steps:N0} updates of 32 × 32 characters by Adam",
        [
            Following("constant", steps, default(Rates.Constant)),
            Following("step", steps, new Rates.Staircase(steps)),
            Following("cosine", steps, new Rates.Cosine(steps)),
            Following(Trapezoid, steps, new Rates.WarmupHoldLinear(steps)),
            Contender.Of<Rates.WarmupHoldLinearAdam>("the same, generated Adam", steps, new Rates.WarmupHoldLinearAdam(steps).RateAt, seed =>
            {
                var network = Initial(seed);
                return new LstmTraining(network, new Generated<Rates.WarmupHoldLinearAdam>(network, new(steps)), text, seed);
            }),
        ]) { Timed = [Trapezoid, "the same, generated Adam"] };
}

Contender Following<TSchedule>(string name, int steps, TSchedule schedule)
    where TSchedule : struct, ISchedule => Contender.Of(name, steps, schedule, (seed, schedule) =>
{
    var network = Initial(seed);
    Parameter[] parameters = [.. network.parameters()];
    return new LstmTraining(network, new Following<TSchedule>(optim.Adam(parameters), schedule, parameters, Rates.ClipNorm), text, seed);
});

Network Initial(int seed) => Training.Initialized(seed, () => new Network(text.Alphabet.Length));

void Report(Comparison comparison, Outcome[][][] outcomes)
{
    var section = comparison.Sections[0];
    var runs = outcomes[0];
    Table.Write(
        section,
        runs,
        new Column("bits/char", run => run.Loss / Math.Log(2), "F3"),
        new Column("right %", run => 100 * run.Accuracy, "F1"));
    Console.WriteLine("""

        bits/char      mean cross-entropy of the next character on text that no training saw, mean ± standard deviation
                       over the seeds; lower is better
        right %        how often the likeliest next character is the one that comes
        learning rate  over the updates of a training; a full block is the row's own highest rate
        """);

    int best = Enumerable.Range(0, runs.Length).MinBy(contender => runs[contender].Average(run => run.Loss));
    using var writer = (LstmTraining)comparison.Reload(section, section.Contenders[best], seed: 1);
    Console.WriteLine();
    Console.WriteLine($"Written by '{section.Contenders[best].Name}', seed 1, at temperature {Temperature}:");
    Console.WriteLine();
    Console.WriteLine(writer.Write(Opening, TextLength, Temperature, new Random(1)));
}
