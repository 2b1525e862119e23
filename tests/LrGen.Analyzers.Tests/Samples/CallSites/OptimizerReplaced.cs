using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class OptimizerReplaced : CallSiteSamples
{
    public override string Id => "LRG076";

    public override IEnumerable<Sample> Wrong =>
    [
        new("made again", Torch("""
                    optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    {|LRG076:optimizer = torch.optim.SGD(model.parameters(), 0.01)|};
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """), "'optimizer' is another optimizer from here on, and the StepLR above still has the old one, so that the rate stays; make the scheduler after this"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("scheduler after it", Torch("""
                    optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer = torch.optim.SGD(model.parameters(), 0.01);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """)),
        new("scheduler made again", Torch("""
                    optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    optimizer = torch.optim.SGD(model.parameters(), 0.01);
                    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """)),
        new("both for each trial", Torch("""
                    optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int trial = 0; trial < 3; trial++)
                    {
                        optimizer = torch.optim.SGD(model.parameters(), 0.01);
                        var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                        for (int epoch = 0; epoch < 90; epoch++)
                        {
                            foreach (var (x, y) in loader)
                            {
                                optimizer.zero_grad();
                                criterion.call(model.call(x), y).backward();
                                optimizer.step();
                            }
                            scheduler.step();
                        }
                    }
            """)),
        new("scheduler is done", Torch("""
                    optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
                    optimizer = torch.optim.SGD(model.parameters(), 0.01);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
    ];
}
