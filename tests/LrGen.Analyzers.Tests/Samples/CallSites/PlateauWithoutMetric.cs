using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class PlateauWithoutMetric : CallSiteSamples
{
    public override string Id => "LRG080";

    public override IEnumerable<Sample> Wrong =>
    [
        new("no metric", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        {|LRG080:plateau.step()|};
                    }
            """), "'plateau.step()' gives the ReduceLROnPlateau no metric to judge by; call step with the validation loss, as a double"),
        new("an epoch is no metric", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        {|LRG080:plateau.step(epoch)|};
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("metric", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        plateau.step(Validate(model));
                    }
            """)),
        new("another scheduler", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
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
        new("one or the other", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                    if (adaptive)
                        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        if (!adaptive)
                            scheduler.step();
                    }
            """, parameters: "bool adaptive")),
    ];
}
