using ImageCnn;
using LrGen;
using Samples;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

const string Usage = $"""
    Trains convolutional networks on images along several learning-rate schedules, and compares them.

    dotnet run -c Release --project samples/ImageCnn [-- options]

      --data NAME        fashion, digits or both (default both)
    {Options.Shared}

    The schedules are in FashionRates.cs and DigitsRates.cs.
    """;

var options = Sample.Begin(() => Options.Parse("ImageCnn", args, ("--data", ["fashion", "digits", "both"])), Usage, out int exitCode);
return options is null ? exitCode : Sample.Compare(options, Sections(options), Report);

static Section[] Sections(Options options)
{
    string folder = Path.Combine(AppContext.BaseDirectory, "data");
    var sections = new List<Section>();
    if (options.Own is not "digits")
        sections.Add(Fashion(folder, epochs: options.Extent == Extent.Full ? 15 : 8));
    if (options.Own is not "fashion")
        sections.Add(Digits(folder));
    return [.. sections];
}

static Section Fashion(string folder, int epochs)
{
    const string Adam = "Adam, exponential";
    var (training, heldOut) = ImageSet.Fashion(folder);
    var batches = new Batches(training, heldOut, FashionRates.BatchSize);
    var size = new NetworkSize(training.Side, First: 8, Second: 16, PoolsTwice: true);
    int steps = epochs * FashionRates.StepsPerEpoch;
    return new Section(
        "fashion",
        $"Fashion-MNIST: {training.Count:N0} images, {epochs} epochs, batches of {batches.Size}",
        [
            Following("Adam, constant", steps, default(FashionRates.Constant), size, batches, AdamOf),
            Following(Adam, steps, default(FashionRates.Exponential), size, batches, AdamOf),
            Following("Adam, warm-up + cosine", steps, new FashionRates.WarmupCosine(steps), size, batches, AdamOf),
            Contender.Of<FashionRates.ExponentialAdam>("generated Adam, exponential", steps, new FashionRates.ExponentialAdam().RateAt, seed =>
            {
                var network = Training.Initialized(seed, () => new Network(size));
                return new CnnTraining(network, new Generated<FashionRates.ExponentialAdam>(network, new()), batches, seed);
            }),
        ]) { Timed = [Adam, "generated Adam, exponential"] };
}

static Section Digits(string folder)
{
    var (training, heldOut) = ImageSet.Digits(folder);
    var batches = new Batches(training, heldOut, SmallBatches.BatchSize);
    var large = batches with { Size = LargeBatches.BatchSize };
    var size = new NetworkSize(training.Side, First: 16, Second: 32, PoolsTwice: false);
    int steps = DigitsBudget.Epochs * SmallBatches.StepsPerEpoch;
    int largeSteps = DigitsBudget.Epochs * LargeBatches.StepsPerEpoch;
    return new Section(
        "digits",
        $"Digits: {training.Count:N0} images, {DigitsBudget.Epochs} epochs",
        [
            Following("Adam, batch 8", steps, default(SmallBatches.Exponential), size, batches, AdamOf),
            Following("Adam, batch 64", largeSteps, default(LargeBatches.Unscaled), size, large, AdamOf),
            Following("Adam, batch 64, root BatchScale", largeSteps, default(LargeBatches.SquareRootScaled), size, large, AdamOf),
            Following("Adam, batch 64, BatchScale", largeSteps, default(LargeBatches.Scaled), size, large, AdamOf),
            Following("Adam, warm-up + cosine", steps, default(SmallBatches.WarmupCosine), size, batches, AdamOf),
            Following("AdamW, weight decay 0.1", steps, default(SmallBatches.Exponential), size, batches, p => optim.AdamW(p, weight_decay: 0.1)),
            Following("SGD, constant", steps, default(SgdRates.Constant), size, batches, p => optim.SGD(p, learningRate: 0.01)),
            Following("SGD, momentum 0.9", steps, default(SgdRates.Constant), size, batches, SgdOf),
            Following("SGD, one-cycle, mirrored momentum", steps, default(SgdRates.OneCycle), size, batches, SgdOf),
        ]);
}

static Contender Following<TSchedule>(
    string name, int steps, TSchedule schedule, NetworkSize size, Batches batches, Func<Parameter[], OptimizerHelper> optimizer)
    where TSchedule : struct, ISchedule => Contender.Of(name, steps, schedule, (seed, schedule) =>
{
    var network = Training.Initialized(seed, () => new Network(size));
    Parameter[] parameters = [.. network.parameters()];
    return new CnnTraining(network, new Following<TSchedule>(optimizer(parameters), schedule, parameters), batches, seed);
});

static OptimizerHelper AdamOf(Parameter[] parameters) => optim.Adam(parameters);

static OptimizerHelper SgdOf(Parameter[] parameters) => optim.SGD(parameters, learningRate: 0.01, momentum: SgdRates.Momentum);

static void Report(Comparison comparison, Outcome[][][] outcomes)
{
    foreach (var (section, runs) in comparison.Sections.Zip(outcomes))
        Table.Write(section, runs, new Column("held-out %", run => 100 * run.Accuracy, "F1"), new Column("loss", run => run.Loss, "F3"));
    Console.WriteLine("""

        held-out %     right answers on images that no training saw, mean ± standard deviation over the seeds
        loss           mean cross-entropy on the same images
        learning rate  over the updates of a training; a full block is the row's own highest rate
        """);
}
