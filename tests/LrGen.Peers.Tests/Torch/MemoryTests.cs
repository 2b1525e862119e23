using TorchSharp;
using static TorchSharp.torch;

namespace LrGen.Peers.Tests.Torch;

/// <summary>Runs alone: tensors of other tests are counted, too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone)), FinalizersRun]
public sealed class MemoryTests
{
    /// <summary>Wrappers of gradients are given back: thousands of steps leave no tensors behind.</summary>
    [Fact]
    public void Memory_is_stable_over_10_000_steps()
    {
        using var network = TensorOptimizerTests.Network();
        var optimizer = TensorOptimizerTests.Of(network, new TensorOptimizerTests.Adam());
        using var sgd = Peer.Sgd();
        var rate = sgd.Follow<Families.WarmupCosine>();
        TensorOptimizerTests.Backward(network, 0);
        Run(100);
        long tensors = Tensors();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        long before = process.WorkingSet64;
        Run(10_000);
        Assert.InRange(Tensor.TotalCount, 0, tensors);
        process.Refresh();
        Assert.True(process.WorkingSet64 - before < 100_000_000, $"{process.WorkingSet64 - before:N0} bytes more");

        void Run(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                optimizer.step();
                rate.Advance();
            }
        }
    }

    [Fact]
    public void The_count_sees_what_is_left_behind()
    {
        long before = Tensors();
        using var kept = zeros(1);
        Assert.Equal(before + 1, Tensor.TotalCount);
    }

    /// <summary>Those of earlier tests that nobody disposed of are finalized first.</summary>
    private static long Tensors()
    {
        Assert.True(Peer.Failure is null, Peer.Failure);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
