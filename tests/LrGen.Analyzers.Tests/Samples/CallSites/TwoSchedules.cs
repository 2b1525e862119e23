using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class TwoSchedules : CallSiteSamples
{
    public override string Id => "LRG071";

    public override IEnumerable<Sample> Wrong =>
    [
        new("two assignments", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        {|LRG071:optimizer.ParamGroups.First().LearningRate = Rates.Other(step)|};
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """), "The rate of 'optimizer' is set by 'PerStep' and by 'Other' in the same loop, and what the one sets the other undoes; make them one declaration, with phases, [Warmup] or [Use]"),
        new("all groups and the first", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = Rates.PerStep(step);
                        {|LRG071:optimizer.ParamGroups.First().LearningRate = Rates.Other(step)|};
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("scheduler and assignment", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = Rates.PerEpoch(epoch);
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        {|LRG071:scheduler.step()|};
                    }
            """), "The rate of 'optimizer' is set by 'PerEpoch' and by TorchSharp's StepLR in the same loop, and what the one sets the other undoes; make them one declaration, with phases, [Warmup] or [Use]"),
        new("two schedulers, one an epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var decay = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.95);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        decay.step();
                        {|LRG071:plateau.step(Validate(model))|};
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("one schedule", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("the other after the warm-up", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        if (step < 100)
                            optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        else
                            optimizer.ParamGroups.First().LearningRate = Rates.Other(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("groups with a schedule each", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.ElementAt(0).LearningRate = Rates.PerStep(step);
                        optimizer.ParamGroups.ElementAt(1).LearningRate = Rates.Other(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("bias group by its index", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var groups = optimizer.ParamGroups.ToArray();
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        for (int i = 0; i < groups.Length; i++)
                            groups[i].LearningRate = i == 2 ? Rates.Other(step) : Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("two optimizers", Torch("""
                    var generator = torch.optim.SGD(model.parameters(), 0.1);
                    var discriminator = torch.optim.SGD(criterion.parameters(), 0.01);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        generator.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        discriminator.ParamGroups.First().LearningRate = Rates.Other(step);
                        generator.zero_grad();
                        discriminator.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        generator.step();
                        discriminator.step();
                        step++;
                    }
            """)),
        new("one loop after the other", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    for (long step = 0; step < 10_000; step++)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.step();
                    }
                    for (long step = 0; step < 10_000; step++)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.Other(step);
                        optimizer.step();
                    }
            """)),
        new("a product of two", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    long step = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step) * Rates.Other(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """)),
        new("one after the other in TorchSharp", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var warmup = torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, 1, 5);
                    var decay = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.95);
                    var scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, new[] { warmup, decay }, new[] { 5 });
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        optimizer.step();
                        scheduler.step();
                    }
            """)),
    ];
}
