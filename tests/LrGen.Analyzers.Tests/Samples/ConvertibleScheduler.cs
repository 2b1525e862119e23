using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class ConvertibleScheduler : CallSiteSamples
{
    public override string Id => "LRG101";

    public override IEnumerable<Sample> Wrong =>
    [
        Says("StepLR", "StepLR(optimizer, 30, 0.5)", "StepDecay(0.1, every: 30, factor: 0.5)"),
        Says("StepLR", "StepLR(optimizer, step_size: 30)", "StepDecay(0.1, every: 30, factor: 0.1)", ", its defaults"),
        Says("MultiStepLR", "MultiStepLR(optimizer, new[] { 30, 60 }, 0.1)", "MilestoneDecay(0.1, factor: 0.1, 30, 60)"),
        Says("ExponentialLR", "ExponentialLR(optimizer, 0.95)", "ExponentialDecay(0.1, factor: 0.95)"),
        Says("CosineAnnealingLR", "CosineAnnealingLR(optimizer, 100, 0.001)", "CosineDecay(0.1, steps: 100, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)"),
        Says("PolynomialLR", "PolynomialLR(optimizer, total_iters: 100, power: 2)", "PolynomialDecay(0.1, steps: 100, power: 2)"),
        Says("LinearLR", "LinearLR(optimizer, 0.25, 1.0, 10)", "Warmup(10, FromRatio = 0.25), Constant(0.1)"),
        Says("SequentialLR", "SequentialLR(optimizer, new optim.lr_scheduler.LRScheduler[] { torch.optim.lr_scheduler.LinearLR(optimizer, 0.25, 1.0, 10), torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 80) }, new[] { 10 })",
            "LinearDecay(0.025, to: 0.1, steps: 10), CosineDecay(0.1, steps: 80, AfterEnd = AfterEnd.Oscillate)"),
        Says("OneCycleLR", "OneCycleLR(optimizer, 0.4, total_steps: 90, cycle_momentum: false)", "OneCycle(0.4, steps: 90)"),
        Says("OneCycleLR", "OneCycleLR(optimizer, 0.4, epochs: 10, steps_per_epoch: 10, pct_start: 0.25, div_factor: 10, final_div_factor: 100, "
            + "anneal_strategy: optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true, cycle_momentum: false)",
            "OneCycle(0.4, steps: 100, RiseShare = 0.25, InitialDivisor = 10, FinalDivisor = 100, ThreePhase = true, "
            + "Interpolation = Interpolation.Linear)", ", all of it"),
        Says("CyclicLR", "CyclicLR(optimizer, 0.01, 0.1, 10, 15, cycle_momentum: false)", "Cyclic(0.01, high: 0.1, stepsUp: 10, StepsDown = 15)"),
        Says("CyclicLR", "CyclicLR(optimizer, 0.01, 0.1, 10, mode: optim.lr_scheduler.impl.CyclicLR.Mode.Triangular2, cycle_momentum: false)",
            "Cyclic(0.01, high: 0.1, stepsUp: 10, Amplitude = CycleAmplitude.Halving)", ", halving"),
        Says("StepLR", "StepLR(optimizer, 30)", "StepDecay(1, every: 30, factor: 0.1)", ", a rate of run time", "model.GetHashCode()"),
        Says("ConstantLR", "ConstantLR(optimizer, 0.5, 10)", "Constant(0.05, Steps = 10), Constant(0.1)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        Silent("a rate that is set", "StepLR(optimizer, 30)", before: "foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.2;"),
        Silent("a length of run time", "StepLR(optimizer, model.GetHashCode())"),
        Silent("the momentum", "OneCycleLR(optimizer, 0.1, 90)"),
        Silent("an update after the last step", "OneCycleLR(optimizer, 0.1, 90, cycle_momentum: false)", after: "optimizer.step();"),
        Silent("an amplitude of a function", "CyclicLR(optimizer, 0.01, 0.1, 10, scale_fn: t => 1 / (1 + t), cycle_momentum: false)"),
        Silent("a factor that only the program knows", "LambdaLR(optimizer, e => 0.95)"),
    ];

    private static Sample Says(string kind, string call, string attributes, string name = "", string rate = "0.1") => new(
        kind + name, Training("{|LRG101:torch.optim.lr_scheduler." + call + "|}", rate), "This TorchSharp " + kind + " can be an LrGen declaration, [" + attributes + "]"
            + (rate == "0.1" ? string.Empty : ", which a LambdaLR takes as its factor"));

    private static Sample Silent(string name, string call, string rate = "0.1", string before = "", string after = "") =>
        new(name, Training("torch.optim.lr_scheduler." + call, rate, before, after));

    private static string Training(string scheduler, string rate = "0.1", string before = "", string after = "") => Torch($$"""
                var optimizer = torch.optim.SGD(model.parameters(), {{rate}});
                {{before}}
                var scheduler = {{scheduler}};
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                    }
                    scheduler.step();
                    {{after}}
                }
        """);
}
