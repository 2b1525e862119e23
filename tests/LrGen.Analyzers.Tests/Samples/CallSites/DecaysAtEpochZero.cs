using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class DecaysAtEpochZero : CallSiteSamples
{
    public override string Id => "LRG085";

    public override IEnumerable<Sample> Wrong =>
    [
        new("rate in a local", Torch("""
                    double lr = 0.1;
                    var optimizer = torch.optim.SGD(model.parameters(), lr);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        if ({|LRG085:epoch % 30 == 0|})
                        {
                            lr *= 0.5;
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = lr;
                        }
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                    }
            """), "'epoch % 30 == 0' holds at 0 as well, so that the rate falls in the first round; write 'epoch > 0 && epoch % 30 == 0', or test (epoch + 1)"),
        new("rate of the groups", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int e = 0; e < 90; e++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        if ({|LRG085:e % 30 == 0|})
                            foreach (var g in optimizer.ParamGroups)
                                g.LearningRate /= 10;
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("but the first", Torch("""
                    double lr = 0.1;
                    var optimizer = torch.optim.SGD(model.parameters(), lr);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        if (epoch > 0 && epoch % 30 == 0)
                        {
                            lr *= 0.5;
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = lr;
                        }
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                    }
            """)),
        new("the last of thirty", Torch("""
                    double lr = 0.1;
                    var optimizer = torch.optim.SGD(model.parameters(), lr);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        if (epoch % 30 == 29)
                        {
                            lr *= 0.5;
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = lr;
                        }
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                    }
            """)),
        new("one more", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int e = 0; e < 90; e++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        if ((e + 1) % 30 == 0)
                            foreach (var g in optimizer.ParamGroups)
                                g.LearningRate /= 10;
                    }
            """)),
    ];
}
