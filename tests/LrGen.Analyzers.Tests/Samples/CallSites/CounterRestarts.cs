using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class CounterRestarts : CallSiteSamples
{
    public override string Id => "LRG073";

    public override IEnumerable<Sample> Wrong =>
    [
        new("counter in the loop over epochs", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        long step = 0;
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep({|LRG073:step++|}));
                    }
            """), "'step' starts at 0 again in every epoch, and with it 'PerStep'; count the updates of the whole training, for example epoch * stepsPerEpoch + i"),
        new("variable of the inner loop", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep({|LRG073:i|}));
                    }
            """)),
        new("cursor in the loop over epochs", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        var rate = {|LRG073:new Cursor<Rates.Struct>(0)|};
                        for (int i = 0; i < stepsPerEpoch; i++)
                        {
                            update(rate.Rate);
                            rate.Advance();
                        }
                    }
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """), "'rate' starts at step 0 again in every epoch, and with it 'Struct'; make it before the loop over epochs"),
        new("resumed from a checkpoint", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    model.load("model.dat");
                    optimizer.load_state_dict("optimizer.dat");
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep({|LRG073:step|});
                        optimizer.step();
                        step++;
                    }
            """), "'step' starts at 0, although 'optimizer.load_state_dict(\"optimizer.dat\")' goes on with a training, so that 'PerStep' begins from its start; save the step with the checkpoint and go on from it"),
        new("epochs from 0 after a checkpoint", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    if (System.IO.File.Exists("optimizer.dat"))
                        optimizer.load_state_dict("optimizer.dat");
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerEpoch({|LRG073:epoch|});
                        optimizer.step();
                    }
            """)),
        new("cursor after a checkpoint", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    var rate = {|LRG073:new Cursor<Rates.Struct>()|};
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = rate.Rate;
                        optimizer.step();
                        rate.Advance();
                    }
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """)),
        new("scheduler in the loop over epochs", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        var scheduler = {|LRG073:torch.optim.lr_scheduler.StepLR(optimizer, 30)|};
                        optimizer.step();
                        scheduler.step();
                    }
            """)),
        new("scheduler of a training that goes on", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    var scheduler = {|LRG073:torch.optim.lr_scheduler.StepLR(optimizer, 30)|};
                    for (int epoch = saved; epoch < 90; epoch++)
                    {
                        optimizer.step();
                        scheduler.step();
                    }
            """, parameters: "int saved")),
        new("scheduler moved on from a rate that has decayed", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < saved; epoch++)
                        {|LRG073:scheduler.step()|};
                    for (int epoch = saved; epoch < 90; epoch++)
                    {
                        optimizer.step();
                        scheduler.step();
                    }
            """, parameters: "int saved")),
        new("optimizer in the loop over epochs", Torch("""
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        var optimizer = {|LRG073:torch.optim.Adam(model.parameters(), 1e-3)|};
                        foreach (var (x, y) in loader)
                            optimizer.step();
                    }
            """)),
        new("plateau in the loop over epochs", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        var plateau = {|LRG073:new Rates.Plateau()|};
                        update(plateau.Rate);
                        plateau.Report(0.5);
                    }
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("scheduler moved on to where it was", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < saved; epoch++)
                        scheduler.step();
                    optimizer.load_state_dict("optimizer.dat");
                    for (int epoch = saved; epoch < 90; epoch++)
                    {
                        optimizer.step();
                        scheduler.step();
                    }
            """, parameters: "int saved")),
        new("cycle that is an epoch long", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.Wave(i));
                    }
            """, """
                [Cyclic(0.01, 0.1, 250)]
                public static partial double Wave(long step);
            """)),
        new("plateau before the loop", Code("""
                    var plateau = new Rates.Plateau();
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        update(plateau.Rate);
                        plateau.Report(0.5);
                    }
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("counter before the loop", Code("""
                    long step = 0;
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep(step++));
                    }
            """)),
        new("position from both loops", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep((long)epoch * stepsPerEpoch + i));
                    }
            """)),
        new("a training for each trial", Code("""
                    for (int trial = 0; trial < 10; trial++)
                    {
                        long step = 0;
                        for (int epoch = 0; epoch < epochs; epoch++)
                        {
                            for (int i = 0; i < stepsPerEpoch; i++)
                                update(Rates.PerStep(step++));
                        }
                    }
            """)),
        new("one loop only", Code("""
                    for (int i = 0; i < epochs * stepsPerEpoch; i++)
                        update(Rates.PerStep(i));
            """)),
        new("a plot for each epoch is none", Code("""
                    for (int epoch = 0; epoch < epochs; epoch++)
                    {
                        long step = epoch * (long)stepsPerEpoch;
                        for (int i = 0; i < stepsPerEpoch; i++)
                            update(Rates.PerStep(step++));
                    }
            """)),
        new("resumed with its step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    long step = saved;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.step();
                        step++;
                    }
            """, parameters: "long saved")),
        new("step is read later", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    if (saved > 0)
                    {
                        optimizer.load_state_dict("optimizer.dat");
                        step = saved;
                    }
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.step();
                        step++;
                    }
            """, parameters: "long saved")),
        new("weights of another training", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    model.load("pretrained.dat");
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.step();
                        step++;
                    }
            """)),
        new("cursor at its step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    var rate = new Cursor<Rates.Struct>(saved);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = rate.Rate;
                        optimizer.step();
                        rate.Advance();
                    }
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """, "long saved")),
    ];
}
