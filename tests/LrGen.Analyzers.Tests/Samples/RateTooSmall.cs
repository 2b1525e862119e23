using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateTooSmall : RuleSamples
{
    public override string Id => "LRG023";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("Adam", "Training(Optimizer = OptimizerKind.Adam), Constant({|LRG023:3e-8|})", null,
            "The rate is never above 3e-8, too small to train with Adam; published peaks are at least 1e-7"),
        Mended("SGD", "Training(Optimizer = OptimizerKind.Sgd), CosineDecay({|LRG023:9e-7|}, 100)", null),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("DPO at 5e-7", Method("Training(Optimizer = OptimizerKind.Adam, Scope = Scope.FineTune), Constant(5e-7)")),
        new("a low floor", Method("Training(Optimizer = OptimizerKind.Adam), CosineDecay(1e-3, 100, Floor = 1e-9)")),
        new("no optimizer", Method("Constant(1e-9)")),
        new("rate of run time", Method("Training(Optimizer = OptimizerKind.Adam), Constant", "long step, double rate")),
    ];
}
