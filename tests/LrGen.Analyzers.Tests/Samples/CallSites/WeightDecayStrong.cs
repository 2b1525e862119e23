using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class WeightDecayStrong : CallSiteSamples
{
    public override string Id => "LRG066";

    public override IEnumerable<Sample> Wrong =>
    [
        new("SGD", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1, weight_decay: {|LRG066:0.05|});
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """), "A weight decay of 0.05 at a rate of 0.1 takes 0.005 of the weights in each update, which halves them in a few hundred; published products stay below 0.001"),
        new("AdamW", Class("AdamW(WeightDecay = {|LRG066:1|}), Constant(0.01)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("usual", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1, weight_decay: 5e-4);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("AdamW of a language model", Class("AdamW(WeightDecay = 0.1), Constant(3e-4)")),
        new("Muon", Class("Muon(WeightDecay = 0.1), Constant(0.02)")),
    ];
}
