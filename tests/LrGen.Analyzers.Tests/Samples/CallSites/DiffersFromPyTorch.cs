using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class DiffersFromPyTorch : CallSiteSamples
{
    public override string Id => "LRG084";

    public override IEnumerable<Sample> Wrong =>
    [
        new("momentum of a cycle", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1, momentum: 0.9);
                    var scheduler = {|LRG084:torch.optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1)|};
            """), "TorchSharp's CyclicLR differs from PyTorch's: it raises the momentum with the rate instead of lowering it; give cycle_momentum: false, or use [Cyclic] for the rate and [PiecewiseInterpolated] for the momentum"),
        new("cycle of Adam", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    var scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.001, 0.01, cycle_momentum: {|LRG084:true|});
            """), "TorchSharp's CyclicLR differs from PyTorch's: with Adam, which has no momentum to cycle, it throws; give cycle_momentum: false, or use [Cyclic] for the rate and [PiecewiseInterpolated] for the momentum"),
        new("exp_range", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, mode: {|LRG084:torch.optim.lr_scheduler.impl.CyclicLR.Mode.ExpRange|}, gamma: 0.99, cycle_momentum: false);
            """)),
        new("one cycle of two groups", Torch("""
                    var optimizer = torch.optim.SGD(new[] { new SGD.ParamGroup(model.parameters()), new SGD.ParamGroup(criterion.parameters()) }, 0.1);
                    var scheduler = {|LRG084:torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 1_000)|};
            """), "TorchSharp's OneCycleLR differs from PyTorch's: with several groups of parameters all but the first stay in a wrong phase; use [OneCycle], and assign its rate to each group"),
        new("milestone twice", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, {|LRG084:new[] { 30, 60, 60 }|});
            """)),
        new("milestone twice in a collection", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, {|LRG084:[30, 60, 60]|});
            """)),
        new("last epoch of a new optimizer", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30, last_epoch: {|LRG084:40|});
            """)),
        new("rate changed before a LambdaLR", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    foreach (var group in optimizer.ParamGroups)
                        {|LRG084:group.LearningRate = 0.4|};
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => 1.0 / (1 + epoch));
            """)),
        new("last rate of a plateau", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    Console.WriteLine({|LRG084:plateau.get_last_lr()|});
            """)),
        new("rise of one step", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 10, pct_start: {|LRG084:0.1|});
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("cycle without momentum", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, cycle_momentum: false);
            """)),
        new("one cycle of one group", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 1_000);
            """)),
        new("milestones", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, new[] { 30, 60, 80 });
            """)),
        new("first epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30, last_epoch: -1);
            """)),
        new("last epoch of a loaded optimizer", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30, last_epoch: 40);
            """)),
        new("initial rate changed as well", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    foreach (var group in optimizer.ParamGroups)
                    {
                        group.LearningRate = 0.4;
                        group.InitialLearningRate = 0.4;
                    }
                    var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => 1.0 / (1 + epoch));
            """)),
        new("last rate of another", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    Console.WriteLine(scheduler.get_last_lr().First());
            """)),
    ];
}
