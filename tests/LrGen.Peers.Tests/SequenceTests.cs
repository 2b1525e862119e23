using TorchSharp;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>Sequences of TorchSharp's schedulers beside the phases that LRG101 makes of them.</summary>
public sealed partial class SequenceTests
{
    private const int Steps = 300;

    private static readonly Dictionary<string, (Func<Optimizer, lr_scheduler.LRScheduler> Scheduler, Func<long, double> Rate)> s_sequences = new()
    {
        ["line, cosine"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.CosineAnnealingLR(o, 100, 0.001)], [20]), LineCosine),
        ["line, stairs"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.StepLR(o, 30, 0.5)], [20]), LineStairs),
        ["line, milestones"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.MultiStepLR(o, [30, 60], 0.5)], [20]), LineMilestones),
        ["line, ratios"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.ExponentialLR(o, 0.95)], [20]), LineRatios),
        ["line, polynomial"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.PolynomialLR(o, 100, 2)], [20]), LinePolynomial),
        ["level, ratios"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.5, 20), lr_scheduler.ExponentialLR(o, 0.95)], [20]), LevelRatios),
        ["level, cosine"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.5, 20), lr_scheduler.CosineAnnealingLR(o, 100, 0.001)], [20]), LevelCosine),
        ["ratios, line"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.ExponentialLR(o, 0.95), lr_scheduler.LinearLR(o, 0.5, 0.1, 50)], [20]), RatiosLine),
        ["line, level, stairs"] = (o => lr_scheduler.SequentialLR(
            o, [lr_scheduler.LinearLR(o, 0.25, 1, 20), lr_scheduler.ConstantLR(o, 0.5, 10), lr_scheduler.StepLR(o, 30, 0.5)], [20, 30]), LineLevelStairs),
        ["short line, ratios"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.25, 0.5, 10), lr_scheduler.ExponentialLR(o, 0.95)], [20]), ShortLineRatios),
        ["stairs, cosine"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.StepLR(o, 10, 0.5), lr_scheduler.CosineAnnealingLR(o, 100)], [25]), StairsCosine),
        ["cosine, milestones"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.CosineAnnealingLR(o, 50, 0.001), lr_scheduler.MultiStepLR(o, [30, 60], 0.5)], [50]), CosineMilestones),
        ["polynomial, level"] = (o => lr_scheduler.SequentialLR(o, [lr_scheduler.PolynomialLR(o, 50, 2), lr_scheduler.ConstantLR(o, 0.5, 10)], [50]), PolynomialLevel),
    };

    public static TheoryData<string> Sequences => [.. s_sequences.Keys];

    [Theory, MemberData(nameof(Sequences))]
    public void Sets_the_same_rates(string name)
    {
        var optimizer = Peer.Sgd();
        var (scheduler, rate) = s_sequences[name];
        var values = Peer.Run(optimizer, scheduler(optimizer), Steps).Select(value => value.Rate).ToList();
        for (int step = 0; step < Steps; step++)
        {
            if (!(Math.Abs(rate(step) - values[step]) <= 1e-10))
                Assert.Fail(FormattableString.Invariant($"step {step}: {rate(step):R} beside {values[step]:R}"));
        }
    }

    [LinearDecay(0.025, to: 0.1, steps: 20), CosineDecay(0.1, steps: 100, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)]
    private static partial double LineCosine(long step);

    [LinearDecay(0.025, to: 0.1, steps: 20), StepDecay(0.1, every: 30, factor: 0.5)]
    private static partial double LineStairs(long step);

    [LinearDecay(0.025, to: 0.1, steps: 20), MilestoneDecay(0.1, factor: 0.5, 30, 60)]
    private static partial double LineMilestones(long step);

    [LinearDecay(0.025, to: 0.1, steps: 20), ExponentialDecay(0.1, factor: 0.95)]
    private static partial double LineRatios(long step);

    [LinearDecay(0.025, to: 0.1, steps: 20), PolynomialDecay(0.1, steps: 100, power: 2)]
    private static partial double LinePolynomial(long step);

    [Constant(0.05, Steps = 20), ExponentialDecay(0.1, factor: 0.95)]
    private static partial double LevelRatios(long step);

    [Constant(0.05, Steps = 20), CosineDecay(0.1, steps: 100, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)]
    private static partial double LevelCosine(long step);

    [ExponentialDecay(0.1, factor: 0.95, Steps = 20), LinearDecay(0.05, to: 0.01, steps: 50)]
    private static partial double RatiosLine(long step);

    [LinearDecay(0.025, to: 0.1, steps: 20), Constant(0.05, Steps = 10), StepDecay(0.1, every: 30, factor: 0.5)]
    private static partial double LineLevelStairs(long step);

    [LinearDecay(0.025, to: 0.05, steps: 10), Constant(0.05, Steps = 10), ExponentialDecay(0.1, factor: 0.95)]
    private static partial double ShortLineRatios(long step);

    [StepDecay(0.1, every: 10, factor: 0.5, Steps = 25), CosineDecay(0.1, steps: 100, AfterEnd = AfterEnd.Oscillate)]
    private static partial double StairsCosine(long step);

    [CosineDecay(0.1, steps: 50, Floor = 0.001), MilestoneDecay(0.1, factor: 0.5, 30, 60)]
    private static partial double CosineMilestones(long step);

    [PolynomialDecay(0.1, steps: 50, power: 2), Constant(0.05, Steps = 10), Constant(0.1)]
    private static partial double PolynomialLevel(long step);
}
