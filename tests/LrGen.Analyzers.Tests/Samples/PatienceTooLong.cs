using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PatienceTooLong : CallSiteSamples
{
    public override string Id => "LRG058";

    public override IEnumerable<Sample> Wrong =>
    [
        new("as long", Driven("Training(Epochs = 20), ReduceOnPlateau(0.1, patience: {|LRG058:20|})"), "A patience of 20 is never over in a training of 20, and the rate never falls; give a patience of a tenth of the training or less"),
        new("of TorchSharp", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: {|LRG058:30|});
                    for (int epoch = 0; epoch < 20; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step(Validate(model));
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("shorter", Driven("Training(Epochs = 20), ReduceOnPlateau(0.1, patience: 5)")),
        new("counts steps", Driven("Training(Epochs = 20, Counts = Unit.Steps, StepsPerEpoch = 500), ReduceOnPlateau(0.1, patience: 30)")),
        new("no length", Driven("ReduceOnPlateau(0.1, patience: 50)")),
    ];
}
