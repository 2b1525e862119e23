using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class MomentumMultipliesRate : RuleSamples
{
    public override string Id => "LRG025";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("0.99", "Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant({|LRG025:0.1|})", "Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant(0.01)",
            "A momentum of 0.99 multiplies each step by 100, to 10 at the peak; divide the rate when the momentum is raised"),
        MendedClass("of an update rule", "Sgd(Momentum = 0.99), Constant({|LRG025:0.1|})", "Sgd(Momentum = 0.99), Constant(0.01)",
            "A momentum of 0.99 multiplies each step by 100, to 10 at the peak; divide the rate when the momentum is raised"),
        MendedClass("scheduled", "Sgd, Constant({|LRG025:0.1|}), LinearDecay(0.9, 0.99, 100, Quantity = Quantity.Momentum)",
            "Sgd, Constant(0.01), LinearDecay(0.9, 0.99, 100, Quantity = Quantity.Momentum)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("highest where the rate is lowest", Class("Sgd, LinearDecay(0.1, 0, 100), LinearDecay(0.85, 0.99, 100, Quantity = Quantity.Momentum)")),
        new("clipped by the rule", Class("Sgd(Momentum = 0.99, ClipNorm = 0.1), Constant(0.5)")),
        new("LARS", Class("Lars(Momentum = 0.99), Constant(1)")),
        new("0.9", Method("Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.9), Constant(0.1)")),
        new("clipped", Method("Training(Optimizer = OptimizerKind.Nesterov, Momentum = 0.99, GradientClip = 0.1), Constant(0.5)")),
        new("RMSprop", Method("Training(Optimizer = OptimizerKind.RmsProp, Momentum = 0.999), Constant(0.1)")),
        new("low rate", Method("Training(Optimizer = OptimizerKind.Sgd, Momentum = 0.99), Constant(0.05)")),
    ];
}
