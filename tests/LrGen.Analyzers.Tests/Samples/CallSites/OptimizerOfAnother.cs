using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class OptimizerOfAnother : CallSiteSamples
{
    public override string Id => "LRG086";

    public override IEnumerable<Sample> Wrong =>
    [
        new("copied line", Torch("""
                    var optA = torch.optim.Adam(model.parameters(), 2e-4);
                    var optB = torch.optim.Adam(model.parameters(), 2e-4);
                    var schedA = torch.optim.lr_scheduler.StepLR(optA, 30, 0.5);
                    var schedB = torch.optim.lr_scheduler.StepLR({|LRG086:optA|}, 30, 0.5);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optA.zero_grad();
                            optB.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optA.step();
                            optB.step();
                        }
                        schedA.step();
                        schedB.step();
                    }
            """), "'schedB' moves 'optA', which 'schedA' moves already, and 'optB' has no scheduler; give it 'optB'"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("each its own", Torch("""
                    var optA = torch.optim.Adam(model.parameters(), 2e-4);
                    var optB = torch.optim.Adam(model.parameters(), 2e-4);
                    var schedA = torch.optim.lr_scheduler.StepLR(optA, 30, 0.5);
                    var schedB = torch.optim.lr_scheduler.StepLR(optB, 30, 0.5);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optA.zero_grad();
                            optB.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optA.step();
                            optB.step();
                        }
                        schedA.step();
                        schedB.step();
                    }
            """)),
    ];
}
