using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class GradientsNeverZeroed : CallSiteSamples
{
    public override string Id => "LRG064";

    public override IEnumerable<Sample> Wrong =>
    [
        new("never", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    foreach (var (x, y) in loader)
                    {
                        criterion.call(model.call(x), y).backward();
                        {|LRG064:optimizer.step()|};
                    }
            """), "Nothing zeroes the gradients of 'optimizer', so that each backward adds to all before it; call 'optimizer.zero_grad()' in the loop"),
        new("in a method of its own", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    for (int epoch = 0; epoch < 10; epoch++)
                        Epoch(optimizer);

                    void Epoch(optim.Optimizer used)
                    {
                        foreach (var (x, y) in loader)
                        {
                            criterion.call(model.call(x), y).backward();
                            {|LRG064:used.step()|};
                        }
                    }
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("zeroed", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    for (int epoch = 0; epoch < 30; epoch++)
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
            """)),
        new("zeroed on the network", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    foreach (var (x, y) in loader)
                    {
                        model.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
        new("zeroed after it", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    foreach (var (x, y) in loader)
                    {
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        optimizer.zero_grad();
                    }
            """)),
        new("one update", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    criterion.call(model.call(torch.rand(1)), torch.rand(1)).backward();
                    optimizer.step();
            """)),
        new("code that is not read", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters(), 1e-3);
                    prepare(optimizer);
                    foreach (var (x, y) in loader)
                    {
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """, parameters: "Action<optim.Optimizer> prepare")),
    ];
}
