using LrGen.Reference.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>The reference of update rules beside TorchSharp's own optimizers, over the steps of <see cref="OptimizerRuns"/>.</summary>
public sealed class OptimizerReferenceTests
{
    /// <summary>In double: a thousand roundings of 1e-16, some of which momentum adds up.</summary>
    private const double Double = 1e-11;

    /// <summary>In single precision, against the larger of the parameter and .1.</summary>
    private const double Single = 5e-6;

    private static readonly Dictionary<string, Case> s_cases = new()
    {
        ["SGD"] = new(0.1, (p, rate) => SGD(p, rate), () => new Sgd<double>(Shapes)),
        ["SGD, momentum"] = new(0.1, (p, rate) => SGD(p, rate, momentum: 0.9), () => new Sgd<double>(Shapes) { Momentum = 0.9 }),
        ["SGD, momentum, dampening, decay"] = new(
            0.1,
            (p, rate) => SGD(p, rate, momentum: 0.9, dampening: 0.5, weight_decay: 0.1),
            () => new Sgd<double>(Shapes) { Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.1 }),
        ["SGD, Nesterov, decay"] = new(
            0.1,
            (p, rate) => SGD(p, rate, momentum: 0.9, nesterov: true, weight_decay: 0.1),
            () => new Sgd<double>(Shapes) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 }),
        ["SGD, maximize"] = new(
            0.1, (p, rate) => SGD(p, rate, momentum: 0.9, maximize: true), () => new Sgd<double>(Shapes) { Momentum = 0.9, Maximize = true }),
        ["Adam"] = new(0.02, (p, rate) => Adam(p, rate), () => new Adam<double>(Shapes)),
        ["Adam, betas, ε"] = new(
            0.02, (p, rate) => Adam(p, rate, 0.8, 0.9, 1e-2), () => new Adam<double>(Shapes) { Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2 }),
        ["Adam, amsgrad, decay"] = new(
            0.02,
            (p, rate) => Adam(p, rate, beta2: 0.9, amsgrad: true, weight_decay: 0.1),
            () => new Adam<double>(Shapes) { Beta2 = 0.9, Amsgrad = true, WeightDecay = 0.1 }),
        ["Adam, maximize, decay"] = new(
            0.02,
            (p, rate) => Adam(p, rate, weight_decay: 0.1, maximize: true),
            () => new Adam<double>(Shapes) { WeightDecay = 0.1, Maximize = true }),
        ["AdamW"] = new(0.02, (p, rate) => AdamW(p, rate, weight_decay: 0.01), () => new AdamW<double>(Shapes)),
        ["AdamW, amsgrad, decay"] = new(
            0.02,
            (p, rate) => AdamW(p, rate, beta2: 0.9, amsgrad: true, weight_decay: 0.5),
            () => new AdamW<double>(Shapes) { Beta2 = 0.9, Amsgrad = true, WeightDecay = 0.5 }),
        ["AdamW, maximize"] = new(
            0.02, (p, rate) => AdamW(p, rate, weight_decay: 0.5, maximize: true), () => new AdamW<double>(Shapes) { WeightDecay = 0.5, Maximize = true }),
        ["NAdam"] = new(0.02, (p, rate) => NAdam(p, rate), () => new NAdam<double>(Shapes)),
        ["NAdam, momentum decay, decay"] = new(
            0.02,
            (p, rate) => NAdam(p, rate, 0.8, 0.9, momentum_decay: 0.1, weight_decay: 0.1),
            () => new NAdam<double>(Shapes) { Beta1 = 0.8, Beta2 = 0.9, MomentumDecay = 0.1, WeightDecay = 0.1 }),
        // ρ∞ = 4: the rectification never starts, so neither does TorchSharp's error.
        ["RAdam that stays without rectification"] = new(
            0.1, (p, rate) => RAdam(p, rate, beta2: 0.6, weight_decay: 0.1), () => new RAdam<double>(Shapes) { Beta2 = 0.6, WeightDecay = 0.1 }),
        ["Adamax"] = new(0.02, (p, rate) => Adamax(p, rate), () => new Adamax<double>(Shapes)),
        ["Adamax, betas, ε, decay"] = new(
            0.02,
            (p, rate) => Adamax(p, rate, 0.8, 0.9, 1e-2, 0.1),
            () => new Adamax<double>(Shapes) { Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["Adagrad"] = new(0.2, (p, rate) => Adagrad(p, rate), () => new Adagrad<double>(Shapes)),
        ["Adagrad, rate decay, decay, sum, ε"] = new(
            0.2,
            (p, rate) => Adagrad(p, rate, lr_decay: 0.01, weight_decay: 0.1, initial_accumulator_value: 0.5, eps: 1e-2),
            () => new Adagrad<double>(Shapes) { RateDecay = 0.01, WeightDecay = 0.1, InitialAccumulator = 0.5, Epsilon = 1e-2 }),
        ["Adadelta"] = new(1, (p, rate) => Adadelta(p, rate), () => new Adadelta<double>(Shapes)),
        ["Adadelta, ρ, ε, decay"] = new(
            1,
            (p, rate) => Adadelta(p, rate, 0.8, 1e-4, 0.1),
            () => new Adadelta<double>(Shapes) { Rho = 0.8, Epsilon = 1e-4, WeightDecay = 0.1 }),
        ["Adadelta, maximize, decay"] = new(
            1,
            (p, rate) => Adadelta(p, rate, weight_decay: 0.1, maximize: true),
            () => new Adadelta<double>(Shapes) { WeightDecay = 0.1, Maximize = true }),
        ["RMSprop"] = new(0.02, (p, rate) => RMSProp(p, rate), () => new RmsProp<double>(Shapes)),
        ["RMSprop, centered, momentum"] = new(
            0.02,
            (p, rate) => RMSProp(p, rate, momentum: 0.5, centered: true),
            () => new RmsProp<double>(Shapes) { Momentum = 0.5, Centered = true }),
        ["RMSprop, α, ε, decay, centered, momentum"] = new(
            0.02,
            (p, rate) => RMSProp(p, rate, 0.9, 1e-3, 0.1, 0.5, true),
            () => new RmsProp<double>(Shapes) { Alpha = 0.9, Epsilon = 1e-3, WeightDecay = 0.1, Momentum = 0.5, Centered = true }),
        ["RMSprop, maximize, decay"] = new(
            0.02,
            (p, rate) => RMSProp(p, rate, weight_decay: 0.1, maximize: true),
            () => new RmsProp<double>(Shapes) { WeightDecay = 0.1, Maximize = true }),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    private static int[][] Shapes => OptimizerRuns.Shapes;

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_like_TorchSharp(string name)
    {
        var (rate, torch, make) = s_cases[name];
        bool uphill = make().Maximize;
        double[] peer = OptimizerRuns.TorchSharp(torch, rate, uphill: uphill);
        double[] reference = OptimizerRuns.Reference(make(), step => OptimizerRuns.RateAt(rate, step), uphill);
        Within(Double, reference, peer);

        double[] singlePeer = OptimizerRuns.TorchSharp(torch, rate, single: true, uphill);
        double[] single = OptimizerRuns.Reference(make().InSingle(), step => OptimizerRuns.RateAt(rate, step), uphill);
        Within(Single, single, singlePeer, least: 0.1);
        // Rounding alone is what single precision is off by, and it shows.
        Assert.InRange(OptimizerRuns.Difference(reference, single, least: 0.1), 1e-8, Single);
    }

    /// <summary>A schedule may move the momentum at each step; for Adam that is β1, also in the correction of all past steps.</summary>
    [Fact]
    public void Takes_the_momentum_of_each_step()
    {
        static double At(int step) => 0.9 - 0.3 * Math.Sin(Math.PI * step / OptimizerRuns.Steps);

        double[] peer = OptimizerRuns.TorchSharp(
            (p, rate) => SGD(p, rate, momentum: 0.9), 0.1, before: (step, group) => ((IMomentum)group).Momentum = At(step));
        Sgd<double> sgd = new(Shapes);
        Within(Double, OptimizerRuns.Reference(sgd, step => OptimizerRuns.RateAt(0.1, step), before: step => sgd.Momentum = At(step)), peer);

        peer = OptimizerRuns.TorchSharp((p, rate) => Adam(p, rate), 0.02, before: (step, group) => ((IBetas)group).Betas = (At(step), 0.999));
        Adam<double> adam = new(Shapes);
        Within(Double, OptimizerRuns.Reference(adam, step => OptimizerRuns.RateAt(0.02, step), before: step => adam.Beta1 = At(step)), peer);
    }

    /// <summary>TorchSharp 0.107 leaves decay out of AdamW unless it is told, where PyTorch has 1e-2.</summary>
    [Fact]
    public void AdamW_of_TorchSharp_does_not_decay_by_itself()
    {
        double[] peer = OptimizerRuns.TorchSharp((p, rate) => AdamW(p, rate), 0.02);
        Within(Double, OptimizerRuns.Reference(new AdamW<double>(Shapes) { WeightDecay = 0 }, step => OptimizerRuns.RateAt(0.02, step)), peer);
        Apart(OptimizerRuns.Reference(new AdamW<double>(Shapes), step => OptimizerRuns.RateAt(0.02, step)), peer);
    }

    /// <summary>
    /// TorchSharp 0.107 multiplies RAdam's rate in twice once the rectification starts, at step 6 for β2 = .999. Until then it steps like
    /// the reference, and from then on like the reference at the square of the rate: nothing else in the formula differs.
    /// </summary>
    [Fact]
    public void RAdam_of_TorchSharp_takes_the_square_of_the_rate_from_step_6_on()
    {
        double[] peer = OptimizerRuns.TorchSharp((p, rate) => RAdam(p, rate, weight_decay: 0.1), 0.5);
        double[] right = OptimizerRuns.Reference(new RAdam<double>(Shapes) { WeightDecay = 0.1 }, step => OptimizerRuns.RateAt(0.5, step));
        int before = 5 * OptimizerRuns.Elements;
        Within(Double, right[..before], peer[..before]);
        Apart(right[..(before + OptimizerRuns.Elements)], peer[..(before + OptimizerRuns.Elements)]);
        double[] twice = OptimizerRuns.Reference(
            new RAdam<double>(Shapes) { WeightDecay = 0.1 },
            step => OptimizerRuns.RateAt(0.5, step) * (RAdam<double>.Rho(0.999, step + 1) > 5 ? OptimizerRuns.RateAt(0.5, step) : 1));
        Within(Double, twice, peer);
    }

    /// <summary>TorchSharp 0.107 adds SGD's decay before it negates the gradient: where it maximises, it steps like a decay of −λ.</summary>
    [Fact]
    public void Sgd_of_TorchSharp_that_maximizes_decays_upwards()
    {
        double[] peer = OptimizerRuns.TorchSharp((p, rate) => SGD(p, rate, momentum: 0.9, weight_decay: 0.1, maximize: true), 0.1, uphill: true);
        Within(Double, Decayed(-0.1), peer);
        Apart(Decayed(0.1), peer);

        static double[] Decayed(double decay) => OptimizerRuns.Reference(
            new Sgd<double>(Shapes) { Momentum = 0.9, WeightDecay = decay, Maximize = true }, step => OptimizerRuns.RateAt(0.1, step), uphill: true);
    }

    private static void Within(double share, double[] expected, double[] actual, double least = 1e-3) =>
        Assert.InRange(OptimizerRuns.Difference(expected, actual, least), 0, share);

    private static void Apart(double[] expected, double[] actual) =>
        Assert.InRange(OptimizerRuns.Difference(expected, actual, 0.1), 1e-3, double.MaxValue);

    /// <summary>One set of options: the rate, TorchSharp's optimizer, and the reference.</summary>
    private sealed record Case(double Rate, Func<Parameter[], double, Optimizer> TorchSharp, Func<ReferenceOptimizer> Reference);
}
