using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class ScaledByBatchTwice : CallSiteSamples
{
    public override string Id => "LRG061";

    public override IEnumerable<Sample> Wrong =>
    [
        new("product", Code("""
                    int batchSize = 1_024;
                    update({|LRG061:Rates.Scaled(0) * batchSize / 256|});
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """), "'Scaled' scales its rates by the batch size with [BatchScale] already; 'batchSize' does it once more"),
        new("world size", Code("""
                    double worldSize = 8;
                    update({|LRG061:worldSize * Rates.Scaled(0)|});
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
        new("by way of a local", Torch("""
                    int devices = 8;
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var rate = Rates.Scaled(0);
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = {|LRG061:rate * devices|};
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
        new("share of the batch in a local", Code("""
                    int batchSize = 1_024;
                    double scale = batchSize / 256.0;
                    update({|LRG061:Rates.Scaled(0) * scale|});
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("declaration does not scale", Code("""
                    int batchSize = 1_024;
                    update(Rates.PerEpoch(0) * batchSize / 256.0);
            """)),
        new("code does not scale", Code("""
                    update(Rates.Scaled(0));
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
        new("another factor", Code("""
                    double trial = 0.5;
                    update(Rates.Scaled(0) * trial);
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
        new("number of a batch", Code("""
                    int batchIndex = 3;
                    Console.WriteLine(Rates.Scaled(0) * batchIndex);
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
        new("batch beside the rate", Code("""
                    int batchSize = 1_024;
                    Console.WriteLine(Rates.Scaled(0) + batchSize);
            """, """
                [BatchScale(1_024), CosineDecay(0.1, steps: 100)]
                public static partial double Scaled(long step);
            """)),
    ];
}
