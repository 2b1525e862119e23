using TorchSharp;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace LrGen.Peers.Tests;

/// <summary>TorchSharp's cycles of the rate alone beside the declarations that LRG101 makes of them, and its chains beside those that rules judge.</summary>
public sealed partial class CycleTests
{
    private static readonly Dictionary<string, (Func<Optimizer, lr_scheduler.LRScheduler> Scheduler, Func<long, double> Rate, int Steps)> s_all = new()
    {
        ["one cycle"] = (o => lr_scheduler.OneCycleLR(o, 0.4, total_steps: 90, cycle_momentum: false), Once, 90),
        ["one cycle of three lines"] = (o => lr_scheduler.OneCycleLR(
            o, 0.4, epochs: 10, steps_per_epoch: 10, pct_start: 0.25, div_factor: 10, final_div_factor: 100,
            anneal_strategy: OneCycleLR.AnnealStrategy.Linear, three_phase: true, cycle_momentum: false), ThreeLines, 100),
        ["triangles"] = (o => lr_scheduler.CyclicLR(o, 0.01, 0.1, 10, 15, cycle_momentum: false), Triangles, 300),
        ["halved triangles"] = (o => lr_scheduler.CyclicLR(o, 0.01, 0.1, 10, 15, CyclicLR.Mode.Triangular2, cycle_momentum: false), Halved, 300),
        ["line times stairs"] = (o => lr_scheduler.ChainedLR([lr_scheduler.LinearLR(o, 0.25, 1, 40), lr_scheduler.StepLR(o, 30, 0.5)]), LineStairs, 100),
        ["line times polynomial"] = (o => lr_scheduler.ChainedLR([lr_scheduler.LinearLR(o, 0.25, 1, 40), lr_scheduler.PolynomialLR(o, 90, 2)]), LinePolynomial, 90),
        ["line times cosine"] = (o => lr_scheduler.ChainedLR([lr_scheduler.LinearLR(o, 0.25, 1, 40), lr_scheduler.CosineAnnealingLR(o, 90)]), LineCosine, 90),
    };

    public static TheoryData<string> Names => [.. s_all.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Sets_the_same_rates(string name)
    {
        var optimizer = Peer.Sgd();
        var (scheduler, rate, steps) = s_all[name];
        var values = Peer.Run(optimizer, scheduler(optimizer), steps).Select(value => value.Rate).ToList();
        for (int step = 0; step < steps; step++)
        {
            if (!(Math.Abs(rate(step) - values[step]) <= 1e-10))
                Assert.Fail(FormattableString.Invariant($"step {step}: {rate(step):R} beside {values[step]:R}"));
        }
    }

    /// <summary>What LRG084's fix writes instead of the rate alone, which a LambdaLR ignores.</summary>
    [Fact]
    public void Initial_rate_is_what_a_function_multiplies()
    {
        var optimizer = Peer.Sgd();
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = group.InitialLearningRate = 0.4;
        var values = Peer.Run(optimizer, lr_scheduler.LambdaLR(optimizer, t => Math.Pow(0.5, t)), 3);
        Assert.Equal([0.4, 0.2, 0.1], values.Select(v => v.Rate));
    }

    [OneCycle(0.4, steps: 90)]
    private static partial double Once(long step);

    [OneCycle(0.4, steps: 100, RiseShare = 0.25, InitialDivisor = 10, FinalDivisor = 100, ThreePhase = true, Interpolation = Interpolation.Linear)]
    private static partial double ThreeLines(long step);

    [Cyclic(0.01, high: 0.1, stepsUp: 10, StepsDown = 15)]
    private static partial double Triangles(long step);

    [Cyclic(0.01, high: 0.1, stepsUp: 10, Amplitude = CycleAmplitude.Halving, StepsDown = 15)]
    private static partial double Halved(long step);

    [Warmup(40, FromRatio = 0.25, Join = Join.Multiply), StepDecay(0.1, every: 30, factor: 0.5)]
    private static partial double LineStairs(long step);

    [Warmup(40, FromRatio = 0.25, Join = Join.Multiply), PolynomialDecay(0.1, steps: 90, power: 2)]
    private static partial double LinePolynomial(long step);

    [Warmup(40, FromRatio = 0.25, Join = Join.Multiply), CosineDecay(0.1, steps: 90)]
    private static partial double LineCosine(long step);
}
