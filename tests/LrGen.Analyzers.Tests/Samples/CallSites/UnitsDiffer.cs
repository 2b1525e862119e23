using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class UnitsDiffer : CallSiteSamples
{
    public override string Id => "LRG070";

    public override IEnumerable<Sample> Wrong =>
    [
        new("epoch to a schedule of steps", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.PerStep({|LRG070:epoch|}));
            """), "'PerStep' counts steps, and 'epoch' counts epochs; pass the step, for example epoch * stepsPerEpoch + i"),
        new("step to a schedule of epochs", Code("""
                    int step = 0;
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerEpoch({|LRG070:step++|}));
                    }
            """), "'PerEpoch' counts epochs, and 'step' counts steps; pass the epoch, or declare the lengths in steps"),
        new("inner loop to a schedule of epochs", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerEpoch({|LRG070:i|}));
                    }
            """)),
        new("declared unit, struct", Code("""
                    for (int step = 0; step < epochs; step++)
                        update(new Rates.OfEpochs().At({|LRG070:step|}));
            """, """
                [Training(Counts = Unit.Epochs), StepDecay(0.1, 30, 0.1)]
                public readonly partial struct OfEpochs;
            """)),
        new("converted", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.PerStep({|LRG070:(long)epoch + 1|}));
            """)),
        new("product with the world size", Code("""
                    int worldSize = 8;
                    for (int step = 0; step < epochs * stepsPerEpoch; step++)
                        update(Rates.PerStep({|LRG070:step * worldSize|}));
            """), "'PerStep' counts updates of the optimizer, of which all devices make one together, and 'step * worldSize' counts those of each device; pass the step alone"),
        new("scheduler stepped for each sample", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.99);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        for (int sample = 0; sample < x.shape[0]; sample++)
                        {
                            criterion.call(model.call(x[sample]), y[sample]).backward();
                            {|LRG070:scheduler.step()|};
                        }
                        optimizer.step();
                    }
            """), "The ExponentialLR moves on several times for each step of the optimizer; move it on once, beside the step"),
        new("scheduler of epochs stepped for each batch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs);
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            {|LRG070:scheduler.step()|};
                        }
                    }
            """, parameters: "int epochs"), "The CosineAnnealingLR has a length of 'epochs', and moves on with every step of the optimizer; call step() once an epoch"),
        new("epochs where steps are made", Torch("""
                    const int epochs = 100;
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 100);
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < 500; i++)
                        {
                            optimizer.step();
                            {|LRG070:scheduler.step()|};
                        }
                    }
            """)),
        new("cursor advanced for each sample", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var rate = new Cursor<Rates.Struct>(0);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = rate.Rate;
                        for (int sample = 0; sample < x.shape[0]; sample++)
                            {|LRG070:rate.Advance()|};
                        optimizer.step();
                    }
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("each in its unit", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        double rate = Rates.PerEpoch(epoch);
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(rate * Rates.PerStep(epoch * stepsPerEpoch + i));
                    }
            """)),
        new("counter beside the loops", Code("""
                    long step = 0;
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep(step++));
                    }
            """)),
        new("epochs from steps", Code("""
                    for (int step = 0; step < epochs * stepsPerEpoch; step++)
                        update(Rates.PerEpoch(step / stepsPerEpoch));
            """)),
        new("name says no unit", Code("""
                    for (int t = 0; t < 100; t++)
                    {
                        update(Rates.PerStep(t));
                        update(Rates.PerEpoch(t));
                    }
            """)),
        new("steps per epoch is a length", Code("""
                    update(Rates.PerStep(stepsPerEpoch));
            """)),
        new("struct without a unit", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(new Rates.Struct().At(epoch));
            """, """
                [CosineDecay(0.1, 90)]
                public readonly partial struct Struct;
            """)),
        new("parameter without a unit", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.Free(epoch));
            """, """
                [CosineDecay(0.1, 90)]
                public static partial double Free(int t);
            """)),
        new("declared unit goes before the name", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.Free(epoch));
            """, """
                [Training(Counts = Unit.Epochs), CosineDecay(0.1, 90)]
                public static partial double Free(int step);
            """)),
        new("scheduler once an epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs);
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """, parameters: "int epochs")),
        new("scheduler once a step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        scheduler.step();
                    }
            """, parameters: "int steps")),
    ];
}
