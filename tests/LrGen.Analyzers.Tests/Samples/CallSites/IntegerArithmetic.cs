using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class IntegerArithmetic : CallSiteSamples
{
    public override string Id => "LRG012";

    public override IEnumerable<Sample> Wrong =>
    [
        new("product", Code("""
                    int batch = 384;
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.PerEpoch(epoch) * ({|LRG012:batch / 256|}));
            """), "'batch / 256' divides integers and drops the rest; make one of them a double before it becomes a rate"),
        new("stored in an integer", Code("""
                    int rate = {|LRG012:(int)Rates.PerEpoch(0)|};
                    update(rate);
            """), "A rate in an 'int' has lost what comes after the point, of a rate that is never above 0.1; keep it in a double"),
        new("attribute", Method("StepDecay(0.1, every: 10, factor: {|LRG012:7 / 4|} - 0.5)"), "'7 / 4' divides integers, which gives 1; make one of them a double before it becomes a rate"),
        new("floor of nothing", Method("CosineDecay(0.1, steps: 100, Floor = {|LRG012:1 / 1_000|})")),
        new("attribute of constants", """
            static partial class Rates
            {
                private const int Batch = 384, Reference = 256;

                [CosineDecay(0.1 * ({|LRG012:Batch / Reference|}), steps: 100)]
                public static partial double Rate(long step);
            }
            """),
        new("rate of the declaration", Code("""
                    int batch = 384;
                    update(Rates.Scaled(0, rate: {|LRG012:batch / 256|} * 0.1));
            """, """
                [CosineDecay(steps: 100)]
                public static partial double Scaled(long step, double rate);
            """)),
        new("lr of an optimizer", Torch("""
                    int batch = 384;
                    var optimizer = torch.optim.Adam(model.parameters(), lr: 1e-3 * ({|LRG012:batch / 256|}));
            """)),
        new("rate of a group", Torch("""
                    int batch = 384;
                    var optimizer = torch.optim.Adam(model.parameters());
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = {|LRG012:batch / 256|} * 0.001;
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("double division", Code("""
                    int batch = 384;
                    for (int epoch = 0; epoch < epochs; epoch++)
                        update(Rates.PerEpoch(epoch) * (batch / 256.0));
            """)),
        new("epochs from steps are divided on purpose", Code("""
                    for (int step = 0; step < epochs * stepsPerEpoch; step++)
                        update(Rates.PerEpoch(step / stepsPerEpoch));
            """)),
        new("without a rest", Method("CosineDecay(0.1 * (512 / 256), steps: 100)")),
        new("length", Method("CosineDecay(0.1, steps: 50_000 / 128)")),
        new("length at run time", Code("""
                    int samples = 50_000;
                    update(Rates.Scaled(0, steps: samples / 128));
            """, """
                [LinearDecay(0.1, to: 0)]
                public static partial double Scaled(long step, double steps);
            """)),
        new("number of digits on a display", Code("""
                    Console.WriteLine((int)(Rates.PerEpoch(0) * 1e6));
            """)),
        new("batch sizes are integers", Code("""
                    int batch = (int)Rates.Batch(0);
            """, """
                [LinearDecay(32, to: 64, steps: 100, Quantity = Quantity.BatchSize)]
                public static partial double Batch(long step);
            """)),
    ];
}
