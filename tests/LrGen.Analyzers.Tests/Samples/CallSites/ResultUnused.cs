using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class ResultUnused : CallSiteSamples
{
    public override string Id => "LRG075";

    public override IEnumerable<Sample> Wrong =>
    [
        new("call without effect", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        {|LRG075:Rates.PerStep(step)|};
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """), "'Rates.PerStep(step)' only computes a rate, and nothing takes it; assign it to the optimizer's ParamGroups"),
        new("asked once, before the loop", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), {|LRG075:Rates.PerStep(0)|});
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """), "'PerStep' is asked for one rate before the loop, which 'optimizer' then keeps; set the rate in the loop"),
        new("assigned once", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.ParamGroups.First().LearningRate = {|LRG075:Rates.PerStep(0)|};
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
        new("scheduler that is never moved on", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = {|LRG075:torch.optim.lr_scheduler.StepLR(optimizer, 30)|};
                    foreach (var (x, y) in loader)
                        optimizer.step();
            """), "The StepLR is never moved on, and the rate of 'optimizer' stays; call 'scheduler.step()' in the loop"),
        new("cursor that is never moved on", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var rate = new Cursor<Rates.Struct>(0);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = {|LRG075:rate.Rate|};
                        optimizer.step();
                    }
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """), "'rate' is never moved on, and the rate stays; call 'rate.Advance()' in the loop"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("scheduler that others move on", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    var other = torch.optim.SGD(criterion.parameters(), 0.1);
                    var first = torch.optim.lr_scheduler.ConstantLR(other);
                    var all = torch.optim.lr_scheduler.SequentialLR(other, new[] { first, torch.optim.lr_scheduler.ExponentialLR(other, 0.9) }, new[] { 5 });
                    foreach (var (x, y) in loader)
                    {
                        optimizer.step();
                        other.step();
                        Advance(scheduler);
                        all.step();
                    }
                    void Advance(optim.lr_scheduler.LRScheduler of) => of.step();
            """)),
        new("cursor that others move on", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var rate = new Cursor<Rates.Struct>(0);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = rate.Rate;
                        optimizer.step();
                        Advance(ref rate);
                    }
                    static void Advance(ref Cursor<Rates.Struct> of) => of.Advance();
            """, """
                [CosineDecay(0.1, 10_000)]
                public readonly partial struct Struct;
            """)),
        new("assigned in the loop", Torch("""
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
        new("set elsewhere", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), Rates.PerStep(0));
                    foreach (var (x, y) in loader)
                    {
                        SetRate(optimizer);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
                    void SetRate(SGD of) => of.ParamGroups.First().LearningRate = 0.1;
            """)),
        new("the epoch of the caller", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), Rates.PerEpoch(epoch));
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """, parameters: "int epoch")),
        new("a scheduler goes on from it", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), Rates.PerStep(0));
                    var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.99);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        scheduler.step();
                    }
            """)),
        new("a rate that stays", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), Rates.Held(0));
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """, """
                [Constant(0.1)]
                public static partial double Held(long step);
            """)),
        new("test without a training", Code("""
                    Rates.PerStep(0);
                    for (int step = 0; step < 10; step++)
                        Rates.PerStep(step);
            """)),
        new("plot", Code("""
                    for (int step = 0; step < 10; step++)
                        Console.WriteLine(Rates.PerStep(step));
            """)),
    ];
}
