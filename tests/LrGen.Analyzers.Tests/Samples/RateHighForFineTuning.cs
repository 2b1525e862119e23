using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class RateHighForFineTuning : RuleSamples
{
    public override string Id => "LRG022";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("rate of a new network", "Training(Optimizer = OptimizerKind.Adam, Scope = Scope.FineTune), LinearDecay({|LRG022:0.01|}, 0, 100)", "Training(Optimizer = OptimizerKind.Adam, Scope = Scope.FineTune), LinearDecay(2e-5, 0, 100)",
            "Fine-tuning at 0.01 overwrites what the network has learned; published rates with Adam are at most 0.005"),
        Mended("Adafactor", "Training(Optimizer = OptimizerKind.Adafactor, Scope = Scope.FineTune), Constant({|LRG022:0.02|})", null),
        new("an own bound", Method("Training(Optimizer = OptimizerKind.Adam, Scope = Scope.FineTune), Constant({|LRG022:1e-3|})"))
        {
            Settings = "lrgen.max_rate.adam.fine_tune = 1e-4",
        },
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("MAE at 4e-3", Method("Training(Optimizer = OptimizerKind.Adam, Scope = Scope.FineTune), CosineDecay(4e-3, 100)")),
        new("SGD", Method("Training(Optimizer = OptimizerKind.Sgd, Scope = Scope.FineTune), Constant(0.03)")),
        new("new network", Method("Training(Optimizer = OptimizerKind.Adam), Constant(0.01)")),
    ];
}
