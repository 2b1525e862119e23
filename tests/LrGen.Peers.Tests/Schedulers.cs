using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;
using Scheduler = System.Func<TorchSharp.torch.optim.Optimizer, TorchSharp.torch.optim.lr_scheduler.LRScheduler>;

namespace LrGen.Peers.Tests;

/// <summary>TorchSharp's schedulers with the arguments of the declarations of the same name in samples/Rosetta/TorchSharp.cs.</summary>
internal static class Schedulers
{
    /// <summary>By the name of the declaration of a rate.</summary>
    public static IReadOnlyDictionary<string, Scheduler> Rates { get; } = new Dictionary<string, Scheduler>
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 100, 0.5),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [300, 600, 800], 0.1),
        ["PolynomialLR"] = o => lr_scheduler.PolynomialLR(o, 800, 2),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.99),
        ["ConstantLR"] = o => lr_scheduler.ConstantLR(o, 1.0 / 3, 300),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o, 1.0 / 3, 1, 800),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 400, 0.001),
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, t => Math.Pow(0.99, t)),
        ["MultiplicativeLR"] = o => lr_scheduler.MultiplicativeLR(o, _ => 0.99),
        ["SequentialLR"] = o => lr_scheduler.SequentialLR(
            o, [lr_scheduler.LinearLR(o, 0.25, 1, 100), lr_scheduler.ExponentialLR(o, 0.99)], [100]),
        ["ChainedLR"] = o => lr_scheduler.ChainedLR([lr_scheduler.LinearLR(o, 0.25, 1, 400), lr_scheduler.ExponentialLR(o, 0.99)]),
        ["CyclicLR"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.1, 100, 150),
        ["CyclicLRTriangular2"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.1, 100, mode: CyclicLR.Mode.Triangular2),
        // Its own mode ExpRange is one of the known errors; a function of the step gives what the mode should.
        ["CyclicLRExpRange"] = o => lr_scheduler.CyclicLR(
            o, 0.01, 0.1, 100, scale_fn: t => Math.Pow(0.995, t), scale_mode: CyclicLR.ScaleMode.Iterations),
        ["OneCycleLR"] = o => lr_scheduler.OneCycleLR(o, 0.1, total_steps: 1_000),
        ["OneCycleLRLinear"] = o => lr_scheduler.OneCycleLR(o, 0.1, total_steps: 1_000, anneal_strategy: OneCycleLR.AnnealStrategy.Linear),
        ["OneCycleLRThreePhase"] = o => lr_scheduler.OneCycleLR(o, 0.1, total_steps: 1_000, three_phase: true),
    };

    /// <summary>By the name of the declaration of a momentum.</summary>
    public static IReadOnlyDictionary<string, Scheduler> Momenta { get; } = new Dictionary<string, Scheduler>
    {
        ["OneCycleLRMomentum"] = Rates["OneCycleLR"],
    };

    /// <summary>Those that metrics drive, by the name of the struct.</summary>
    public static IReadOnlyDictionary<string, Scheduler> Plateaus { get; } = new Dictionary<string, Scheduler>
    {
        ["ReduceLROnPlateau"] = o => lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 3, cooldown: 2, min_lr: [1e-4]),
        ["ReduceLROnPlateauMaxAbs"] = o => lr_scheduler.ReduceLROnPlateau(o, "max", 0.2, patience: 1, threshold: 0.01, threshold_mode: "abs"),
    };

    /// <summary>Declarations whose numbers TorchSharp never has; <see cref="KnownErrorTests"/> compares them.</summary>
    public static IReadOnlyList<string> WrongInTorchSharp { get; } = ["CyclicLRMomentum"];
}
