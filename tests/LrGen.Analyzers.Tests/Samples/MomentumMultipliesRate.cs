using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class MomentumMultipliesRate : RuleSamples
{
    public override string Id => "LRG025";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("0.99", "Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant({|LRG025:0.1|})", "Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant(0.01)",
            "A momentum of 0.99 multiplies each step by 100, to 10 at the peak; divide the rate when the momentum is raised"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("0.9", Method("Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.9), Constant(0.1)")),
        new("clipped", Method("Training(Optimizer = OptimizerKind.Nesterov, Momentum = 0.99, GradientClip = 0.1), Constant(0.5)")),
        new("RMSprop", Method("Training(Optimizer = OptimizerKind.RmsProp, Momentum = 0.999), Constant(0.1)")),
        new("low rate", Method("Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant(0.05)")),
    ];
}
