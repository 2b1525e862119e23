using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class LossNotDivided : CallSiteSamples
{
    public override string Id => "LRG063";

    public override IEnumerable<Sample> Wrong =>
    [
        new("every fourth micro-batch", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        var loss = criterion.call(model.call(x), y);
                        {|LRG063:loss.backward()|};
                        if (++i % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                    }
            """), "The optimizer steps once for 4 calls of backward, whose gradients add up to 4 times the rate; divide the loss by 4, unless a sum is meant"),
        new("loop over micro-batches", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        for (int k = 0; k < accumulation; k++)
                            {|LRG063:criterion.call(model.call(x), y).backward()|};
                        optimizer.step();
                    }
            """, parameters: "int accumulation")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("divided", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        var loss = criterion.call(model.call(x), y) / 4;
                        loss.backward();
                        if (++i % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                    }
            """)),
        new("divided later", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        var loss = criterion.call(model.call(x), y);
                        loss /= 4;
                        loss.backward();
                        if (++i % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                    }
            """)),
        new("one step each", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
            """)),
        new("every fourth batch only", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        if (++i % 4 == 0)
                            optimizer.step();
                    }
            """)),
        new("sum is meant", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        nn.functional.cross_entropy(model.call(x), y, reduction: nn.Reduction.Sum).backward();
                        if (++i % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                    }
            """)),
        new("loss of an own method", Torch("""
                    var optimizer = torch.optim.Adam(model.parameters());
                    int i = 0;
                    foreach (var (x, y) in loader)
                    {
                        Loss(x, y).backward();
                        if (++i % 4 == 0)
                        {
                            optimizer.step();
                            optimizer.zero_grad();
                        }
                    }
                    Tensor Loss(Tensor x, Tensor y) => criterion.call(model.call(x), y) / 4;
            """)),
    ];
}
