using BenchmarkDotNet.Attributes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrGen.Optimizers.Benchmarks;

/// <summary>One step of the rate: TorchSharp's schedulers, and a schedule that an optimizer of TorchSharp's follows.</summary>
public class FollowBenchmarks
{
    private optim.lr_scheduler.LRScheduler _stairs = null!;
    private optim.lr_scheduler.LRScheduler _cosine = null!;
    private optim.lr_scheduler.LRScheduler _sequence = null!;
    private Follower<Stairs> _stairsFollowed = null!;
    private Follower<WarmupCosine> _warmupCosineFollowed = null!;

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        _stairs = optim.lr_scheduler.StepLR(Optimizer(), 1_000, 0.5);
        _cosine = optim.lr_scheduler.CosineAnnealingLR(Optimizer(), 1_000_000_000);
        var optimizer = Optimizer();
        _sequence = optim.lr_scheduler.SequentialLR(
            optimizer,
            [optim.lr_scheduler.LinearLR(optimizer, 0.01, 1, 500), optim.lr_scheduler.CosineAnnealingLR(optimizer, 1_000_000_000)],
            [500]);
        _stairsFollowed = Optimizer().Follow<Stairs>();
        _warmupCosineFollowed = Optimizer().Follow<WarmupCosine>();
    }

    [BenchmarkCategory("steps"), Benchmark(Baseline = true)]
    public void TorchSharpStepLR() => _stairs.step();

    [BenchmarkCategory("steps"), Benchmark]
    public void FollowStepDecay() => _stairsFollowed.Advance();

    [BenchmarkCategory("cosine"), Benchmark(Baseline = true)]
    public void TorchSharpCosineAnnealingLR() => _cosine.step();

    [BenchmarkCategory("cosine"), Benchmark]
    public void TorchSharpSequentialLR() => _sequence.step();

    [BenchmarkCategory("cosine"), Benchmark]
    public void FollowWarmupCosine() => _warmupCosineFollowed.Advance();

    private static optim.Optimizer Optimizer() => optim.SGD([new Parameter(zeros(1))], 0.1);
}
