using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class BetasUnusual : CallSiteSamples
{
    public override string Id => "LRG065";

    public override IEnumerable<Sample> Wrong =>
    [
        new("swapped", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3, beta1: {|LRG065:0.999|}, beta2: 0.9);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """), "Beta1 is 0.999 and beta2 0.9: the squares are forgotten faster than the gradients, so that steps grow without bound; were the two swapped?"),
        new("low second beta by way of a local", Torch("""
                    double second = 0.1;
                    var optimizer = torch.optim.AdamW(model.parameters(), 1e-3, 0.05, {|LRG065:second|});
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("low alpha", Torch("""
                    var optimizer = torch.optim.RMSProp(model.parameters(), 1e-3, alpha: {|LRG065:0.1|});
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("declared", Class("Adam(Beta1 = {|LRG065:0.999|}, Beta2 = 0.9), Constant(1e-3)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("usual", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3, beta1: 0.9, beta2: 0.95);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("no first average", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3, beta1: 0, beta2: 0.9);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("equal", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3, beta1: 0.9, beta2: 0.9);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("usual alpha", Torch("""
                    var optimizer = torch.optim.RMSProp(model.parameters(), 1e-3, alpha: 0.9);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("declared in their order", Class("Adam(Beta1 = 0.9, Beta2 = 0.99), Constant(1e-3)")),
    ];
}
