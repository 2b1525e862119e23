using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class BatchSizeDiffers : RuleSamples
{
    public override string Id => "LRG060";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("eight times", "Training(BatchSize = 2048, ReferenceBatchSize = 256), Constant({|LRG060:0.1|})", "Training(BatchSize = 2048, ReferenceBatchSize = 256), BatchScale(2048, reference: 256), Constant(0.1)",
            "The rate was found for a batch size of 256, and this training has 2,048; [BatchScale(2,048, reference: 256)] scales it"),
        Mended("smaller, accumulated", "Training(BatchSize = 8, GradientAccumulation = 4, ReferenceBatchSize = 256), Constant({|LRG060:0.1|})", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("scaled", Method("Training(BatchSize = 2048, ReferenceBatchSize = 256), BatchScale(2048), Constant(0.1)")),
        new("near", Method("Training(BatchSize = 384, ReferenceBatchSize = 256), Constant(0.1)")),
        new("unknown", Method("Training(BatchSize = 2048), Constant(0.1)")),
    ];
}
