using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class RateSetAfterStep : CallSiteSamples
{
    public override string Id => "LRG072";

    public override IEnumerable<Sample> Wrong =>
    [
        new("assignment after the step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            foreach (var group in optimizer.ParamGroups)
                                {|LRG072:group.LearningRate = Rates.PerStep(step)|};
                            step++;
                        }
                    }
            """), "'Rates.PerStep(step)' is set after the update that it is for; set it before 'optimizer.step()'"),
        new("scheduler before the step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                            criterion.call(model.call(x), y).backward();
                        {|LRG072:scheduler.step()|};
                        optimizer.step();
                    }
            """), "The StepLR moves on before 'optimizer.step()', so that its first rate is never used; call it after the update"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("before the step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = Rates.PerStep(step);
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            step++;
                        }
                    }
            """)),
        new("counter moves on between", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            step++;
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = Rates.PerStep(step);

                        }
                    }
            """)),
        new("rate of the next step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = Rates.PerStep(step + 1);
                            step++;
                        }
                    }
            """)),
        new("steps from 1", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (long step = 1; step < 10_000; step++)
                    {
                        optimizer.step();
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                    }
            """)),
        new("scheduler after the step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        optimizer.step();
                        scheduler.step();
                    }
            """)),
        new("another optimizer", Torch("""
                    var a = torch.optim.SGD(model.parameters(), 0.1);
                    var b = torch.optim.SGD(criterion.parameters(), 0.1);
                    for (long step = 0; step < 10_000; step++)
                    {
                        a.step();
                        b.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        b.step();
                    }
            """)),
    ];
}
