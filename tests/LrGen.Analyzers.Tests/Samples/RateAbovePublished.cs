using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateAbovePublished : RuleSamples
{
    public override string Id => "LRG020";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("lost sign with SGD", "Training(Optimizer = OptimizerKind.Sgd), StepDecay({|LRG020:1e2|}, 10, 0.5)", "Training(Optimizer = OptimizerKind.Sgd), StepDecay(1e-2, 10, 0.5)",
            "The rate reaches 100, above any published rate for SGD (at most 64); the loss will diverge at once; did you mean 1e-2?"),
        Mended("lost sign with Adam", "Training(Optimizer = OptimizerKind.AdamW), CosineDecay({|LRG020:3e4|}, 100)", "Training(Optimizer = OptimizerKind.AdamW), CosineDecay(3e-4, 100)",
            "The rate reaches 30,000, above any published rate for AdamW (at most 2); the loss will diverge at once; did you mean 3e-4?"),
        Mended("without optimizer", "Constant({|LRG020:1000|})", "Constant(1e-3)",
            "The rate reaches 1,000, above any published rate for any optimizer (at most 64); the loss will diverge at once; did you mean 1e-3?"),
        Mended("peak inside", "Training(Optimizer = OptimizerKind.Adam), OneCycle({|LRG020:3|}, 1000)", null),
        Mended("made by a scale", "Training(Optimizer = OptimizerKind.Adam), Scale(100), Constant({|LRG020:0.03|})", null,
            "The rate reaches 3, above any published rate for Adam (at most 2); the loss will diverge at once"),
        Mended("one of several rates", "Training(Optimizer = OptimizerKind.Adagrad), PiecewiseConstant({|LRG020:new[] { 0.1, 2 }|}, new[] { 10.0 })", null),
        new("length of run time", Method("Training(Optimizer = OptimizerKind.Adam), CosineDecay({|LRG020:3e4|})", "long step, long steps")),
        MendedClass("lost sign in an optimizer", "Adam, Warmup(500), CosineDecay({|LRG020:3e4|}, 10_000)", "Adam, Warmup(500), CosineDecay(3e-4, 10_000)",
            "The rate reaches 30,000, above any published rate for Adam (at most 2); the loss will diverge at once; did you mean 3e-4?"),
        new("plateau", Driven("Training(Optimizer = OptimizerKind.Adam), ReduceOnPlateau({|LRG020:30|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("SGD at 30", Method("Training(Optimizer = OptimizerKind.Sgd, GradientClip = 0.25), Constant(30)")),
        new("LARS at 35.6", Method("Training(Optimizer = OptimizerKind.Lars), Constant(35.6)")),
        new("embedding", Method("Training(Optimizer = OptimizerKind.Adam, Scope = Scope.Embedding), Constant(1)")),
        new("large factor of a small model", Method("Noam(512, 4_000, Factor = 2)")),
        new("range test", Method("Training(Optimizer = OptimizerKind.Adam), RangeTest(1e-7, 10, 100)")),
        new("batch size", Method("Constant(512, Quantity = Quantity.BatchSize)")),
        new("rate of run time", Method("Training(Optimizer = OptimizerKind.Adam), Constant", "long step, double rate")),
    ];
}
