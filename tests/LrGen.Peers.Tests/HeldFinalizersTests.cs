using System.Runtime.CompilerServices;
using LrGen.Peers.Tests.Torch;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>No finalizer runs in a region, and all do after it.</summary>
[Collection(nameof(Alone)), FinalizersRun]
public sealed class HeldFinalizersTests
{
    private static volatile bool s_ran;

    [Fact]
    public void Finalizers_wait_for_the_end_of_the_region()
    {
        HeldFinalizers.Enter();
        HeldFinalizers.Enter();
        MakeGarbage();
        Collect();
        Assert.False(s_ran);
        HeldFinalizers.Exit();
        Collect();
        Assert.False(s_ran);
        HeldFinalizers.Exit();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(s_ran);
    }

    /// <summary>As long as it takes a finalizer thread that is free.</summary>
    private static void Collect()
    {
        for (int i = 0; i < 20; i++)
        {
            GC.Collect();
            Thread.Sleep(10);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeGarbage() => _ = new Garbage();

    private sealed class Garbage
    {
        ~Garbage() => s_ran = true;
    }
}

/// <summary>TorchSharp's optimizers while another thread does nothing but collect.</summary>
public sealed class CollectionStressTests
{
    /// <summary>Out of 1,000 rounds without <see cref="HeldFinalizers"/>, TorchSharp fails or computes something else in some.</summary>
    private static readonly int s_rounds = LongRun.Size(full: 1_000, quick: 100);

    private const int Steps = 5;

    [Fact]
    public void Collections_change_nothing()
    {
        double[] expected = Round();
        using var end = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!end.IsCancellationRequested)
                GC.Collect(0);
        });
        collector.Start();
        try
        {
            for (int round = 0; round < s_rounds; round++)
                Assert.Equal(expected, Round());
        }
        finally
        {
            end.Cancel();
            collector.Join();
        }
    }

    private static double[] Round() => OptimizerRuns.TorchSharp((p, rate) => AdamW(p, rate, weight_decay: 0.01), 0.02, steps: Steps);
}
