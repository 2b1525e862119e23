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
        MendedClass("SGD rate in Adam", "Adam, Constant({|LRG021:0.1|})", "Adam, Constant(0.001)",
            "The rate reaches 0.1, which is high for Adam over a whole network (published: at most 0.05); if it drives embeddings, scalars, one linear layer or a probe on frozen features, say so with [Training(Scope = …)]"),
        MendedClass("SGD without a bound of gradients", "Constant({|LRG021:20|}), Sgd(Momentum = 0.9, Nesterov = true)", "Constant(0.1), Sgd(Momentum = 0.9, Nesterov = true)"),
        new("the rule before settings and types around", """
            [Training(Optimizer = OptimizerKind.Sgd)]
            static partial class Group
            {
                [AdamW, Warmup(10), CosineDecay({|LRG021:0.1|}, 100)]
                internal sealed partial class Optimizer;
            }
            """) { Settings = "lrgen.optimizer = sgd" },
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
        new("an optimizer of embeddings", Class("Training(Scope = Scope.Embedding), Adam, Constant(0.3)")),
        new("a rule before settings", Class("Sgd, Constant(0.1)")) { Settings = "lrgen.optimizer = adam" },
        new("gradients that the rule clips", Class("Sgd(ClipNorm = 0.25), Constant(20)")),
        new("gradients that it clips one by one", Class("Sgd(ClipValue = 0.25), Constant(20)")),
        new("at a norm of run time", Class("Sgd, Constant(20)", "(double clipNorm);")),
        new("a schedule of the momentum", Class("Adam, Constant(1e-3), Constant(0.9, Quantity = Quantity.Beta1)")),
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
