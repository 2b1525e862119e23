using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class LoadRestoresRate : CallSiteSamples
{
    public override string Id => "LRG079";

    public override IEnumerable<Sample> Wrong =>
    [
        new("rate before the load", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    foreach (var group in optimizer.ParamGroups)
                        {|LRG079:group.LearningRate = 0.001|};
                    optimizer.load_state_dict("optimizer.dat");
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """), "'optimizer.load_state_dict(\"optimizer.dat\")' below loads the rate that was saved, so that this one is never used; set the rate after it"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("rate after the load", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = 0.001;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
        new("resumed as it was", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.load_state_dict("optimizer.dat");
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
        new("a schedule sets it again", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    optimizer.ParamGroups.First().LearningRate = 0.1;
                    optimizer.load_state_dict("optimizer.dat");
                    long step = saved;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.ParamGroups.First().LearningRate = Rates.PerStep(step);
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        step++;
                    }
            """, parameters: "long saved")),
        new("another optimizer", Torch("""
                    var a = torch.optim.SGD(model.parameters(), 0.1);
                    var b = torch.optim.SGD(criterion.parameters(), 0.1);
                    a.ParamGroups.First().LearningRate = 0.01;
                    b.load_state_dict("optimizer.dat");
            """)),
    ];
}
