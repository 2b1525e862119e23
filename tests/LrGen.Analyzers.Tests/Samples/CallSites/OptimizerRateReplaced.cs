using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class OptimizerRateReplaced : CallSiteSamples
{
    public override string Id => "LRG078";

    public override IEnumerable<Sample> Wrong =>
    [
        new("another rate", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), {|LRG078:0.05|});
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """), "The rate 0.05 is never used: 'PerStep' sets 0.1 at step 0, and at most 0.1; give the schedule's rate, so that there is one"),
        new("constant", Torch("""
                    const double rate = 0.01;
                    var optimizer = torch.optim.SGD(model.parameters(), {|LRG078:rate|});
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("the same rate", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("asked from the schedule", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), Rates.PerStep(0));
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("place holder", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("default", Torch("""
                    var optimizer = torch.optim.Adagrad(model.parameters());
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("the rate before the schedule", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.01);
                    optimizer.step();
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("the schedule is for a part of the time", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.01);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        if (step > 100)
                            optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
    ];
}
