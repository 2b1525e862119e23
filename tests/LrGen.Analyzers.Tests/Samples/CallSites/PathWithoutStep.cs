using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class PathWithoutStep : CallSiteSamples
{
    public override string Id => "LRG074";

    public override IEnumerable<Sample> Wrong =>
    [
        new("scheduler instead of the optimizer", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        if (scheduled)
                            {|LRG074:scheduler.step();|}
                        else
                            optimizer.step();
                    }
            """, parameters: "bool scheduled"), "This branch sets the rate and the other one calls 'optimizer.step()', so that with a schedule nothing is trained; call it on both ways"),
        new("assignment instead of the step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        if (step > 100)
                        {
                            {|LRG074:optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);|}
                        }
                        else
                        {
                            optimizer.step();
                        }
                        step++;
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("both", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        if (scheduled)
                            scheduler.step();
                    }
            """, parameters: "bool scheduled")),
        new("accumulated", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        (criterion.call(model.call(x), y) / 4).backward();
                        if (++step % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                        else
                        {
                            Console.WriteLine(Rates.PerStep(step));
                        }
                    }
            """)),
        new("step on both ways", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    foreach (var (x, y) in loader)
                    {
                        criterion.call(model.call(x), y).backward();
                        if (scheduled)
                        {
                            optimizer.step();
                            scheduler.step();
                        }
                        else
                        {
                            optimizer.step();
                        }
                    }
            """, parameters: "bool scheduled")),
    ];
}
