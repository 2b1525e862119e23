using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class CosineClimbsAgain : CallSiteSamples
{
    public override string Id => "LRG045";

    public override IEnumerable<Sample> Wrong =>
    [
        new("half of the epochs", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, {|LRG045:50|});
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """), "T_max is 50, and the scheduler makes 100 steps: in the last 49 the rate climbs again; give T_max the length of the training, or use [CosineDecay], which stays at its end"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("all epochs", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 100);
                    for (int epoch = 0; epoch < 100; epoch++)
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
        new("end at the last epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 99);
                    for (int epoch = 0; epoch < 100; epoch++)
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
        new("length not known", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 50);
                    for (int epoch = 0; epoch < count; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                    }
            """, parameters: "int count")),
        new("training that ends early", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 50);
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        scheduler.step();
                        if (Validate(model) < 0.1)
                            break;
                    }
            """)),
        new("a phase of several", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 50);
                    for (int epoch = 0; epoch < 100; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        if (epoch < 50)
                            scheduler.step();
                    }
            """)),
        new("of LrGen", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int step = 0; step < 20_000; step++)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerHalf(step);
                        optimizer.step();
                    }
            """, """
                [CosineDecay(0.1, steps: 10_000, Floor = 0.001)]
                public static partial double PerHalf(long step);
            """)),
    ];
}
