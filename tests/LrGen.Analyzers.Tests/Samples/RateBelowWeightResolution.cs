using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateBelowWeightResolution : RuleSamples
{
    public override string Id => "LRG024";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("bfloat16", "Training(WeightType = WeightType.BFloat16), Constant({|LRG024:3e-6|})", null,
            "bfloat16 weights cannot hold updates of 3e-6: a change below 1/256 of a weight is rounded away; keep float copies of the weights and say MasterWeights = true"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("float copies", Method("Training(WeightType = WeightType.BFloat16, MasterWeights = true), Constant(3e-6)")),
        new("higher", Method("Training(WeightType = WeightType.BFloat16), Constant(1e-5)")),
        new("float", Method("Training(WeightType = WeightType.Float32), Constant(3e-6)")),
    ];
}
