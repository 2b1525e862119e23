using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class RateAsFactor : CallSiteSamples
{
    public override string Id => "LRG077";

    public override IEnumerable<Sample> Wrong =>
    [
        new("lambda", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => {|LRG077:Rates.PerEpoch(epoch)|});
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
            """), "LambdaLR multiplies the optimizer's rate 0.1 by what this returns, and 'PerEpoch' is a rate; give the optimizer a rate of 1, or assign the rate in the loop without a scheduler"),
        new("method", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, {|LRG077:Rates.PerEpoch|});
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
        new("default rate of the optimizer", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => {|LRG077:Rates.PerEpoch(epoch)|});
            """)),
        new("the same rate twice", Torch("""
                    const double rate = 0.01;
                    var optimizer = torch.optim.SGD(model.parameters(), rate);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, _ => {|LRG077:rate|});
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("optimizer at 1", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 1);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.PerEpoch(epoch));
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
        new("divided by the base", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.PerEpoch(epoch) / 0.1);
            """)),
        new("factors", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.Factor(epoch));
            """, """
                [StepDecay(1, every: 30, factor: 0.5)]
                public static partial double Factor(int epoch);
            """)),
        new("optimizer that is not known", Torch("""
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.PerEpoch(epoch));
            """, parameters: "optim.Optimizer optimizer")),
        new("a rate that is not known", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), given);
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.PerEpoch(epoch));
            """, parameters: "double given")),
    ];
}
