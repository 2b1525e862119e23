using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class FactorCompounds : CallSiteSamples
{
    public override string Id => "LRG087";

    public override IEnumerable<Sample> Wrong =>
    [
        new("power of the epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        foreach (var group in optimizer.ParamGroups)
                            {|LRG087:group.LearningRate *= Math.Pow(0.9, epoch)|};
                    }
            """), "'Math.Pow(0.9, epoch)' is a share of the first rate, which goes down from 1 with the step, and here it multiplies what it has multiplied before; assign the first rate times it"),
        new("of a local function", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        foreach (var group in optimizer.ParamGroups)
                            {|LRG087:group.LearningRate = group.LearningRate * Share(epoch)|};
                    }

                    static double Share(int e) => 1.0 / (1 + 0.5 * e);
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("assigned", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = 0.1 * Math.Pow(0.9, epoch);
                    }
            """)),
        new("the same factor each time", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate *= 0.9;
                    }
            """)),
        new("a factor now and then", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate *= epoch % 10 == 9 ? 0.5 : 1;
                    }
            """)),
    ];
}
