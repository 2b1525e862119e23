using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateHighForNetwork : RuleSamples
{
    public override string Id => "LRG021";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("SGD rate with Adam", "Training(Optimizer = OptimizerKind.Adam), Constant({|LRG021:0.1|})", "Training(Optimizer = OptimizerKind.Adam), Constant(0.001)",
            "The rate reaches 0.1, which is high for Adam over a whole network (published: at most 0.05); if it drives embeddings, scalars, one linear layer or a probe on frozen features, say so with [Training(Scope = …)]"),
        Mended("RMSprop", "Training(Optimizer = OptimizerKind.RmsProp), Constant({|LRG021:0.4|})", null),
        Mended("SGD without clipping", "Training(Optimizer = OptimizerKind.Nesterov), Constant({|LRG021:10|})", "Training(Optimizer = OptimizerKind.Nesterov), Constant(0.1)"),
        new("on the type", """
            [Training(Optimizer = OptimizerKind.Adam)]
            static partial class Rates
            {
                [CosineDecay({|LRG021:0.1|}, 100)]
                public static partial double Rate(long step);
            }
            """),
        new("on the assembly", """
            [assembly: Training(Optimizer = OptimizerKind.Adam)]

            [CosineDecay({|LRG021:0.1|}, 100)]
            readonly partial struct Rate;
            """),
        new("in settings", Method("Constant({|LRG021:0.1|})")) { Settings = "lrgen.optimizer = adam" },
        new("a lower bound in settings", Method("Training(Optimizer = OptimizerKind.Adam), Constant({|LRG021:0.01|})")) { Settings = "lrgen.max_rate.adam.network = 0.005" },
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a higher bound in settings", Method("Training(Optimizer = OptimizerKind.Adam), Constant(0.1)")) { Settings = "lrgen.max_rate.adam = 0.2" },
        new("attribute before settings", Method("Training(Optimizer = OptimizerKind.Sgd), Constant(0.1)")) { Settings = "lrgen.optimizer = adam" },
        new("scope of settings", Method("Training(Optimizer = OptimizerKind.Adam), Constant(0.1)")) { Settings = "lrgen.scope = embedding" },
        new("Adam at 0.05", Method("Training(Optimizer = OptimizerKind.Adam), Constant(0.05)")),
        new("linear layer", Method("Training(Optimizer = OptimizerKind.Adam, Scope = Scope.Linear), Constant(0.2)")),
        new("SGD with clipping", Method("Training(Optimizer = OptimizerKind.Sgd, GradientClip = 0.25), Constant(20)")),
        new("other optimizer", Method("Training(Optimizer = OptimizerKind.Other), Constant(0.1)")),
        new("no optimizer", Method("Constant(0.1)")),
        new("nearer optimizer", """
            [Training(Optimizer = OptimizerKind.Adam)]
            static partial class Rates
            {
                [Training(Optimizer = OptimizerKind.Sgd), Constant(0.1)]
                public static partial double Rate(long step);
            }
            """),
    ];
}
