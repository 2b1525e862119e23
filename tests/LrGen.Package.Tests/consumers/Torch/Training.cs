using LrGen;
using TorchSharp;
using static TorchSharp.torch;

namespace Torch;

/// <summary>A schedule of two quantities.</summary>
[OneCycle(0.1, steps: 1_000), Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
public readonly partial struct NetworkRate;

/// <summary>A generated optimizer.</summary>
[AdamW(ClipNorm = 1), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
public sealed partial class NetworkOptimizer;

/// <summary>The three ways to train.</summary>
public static class Training
{
    /// <summary>Follows a schedule.</summary>
    /// <param name="network">The network.</param>
    public static void Follow(nn.Module<Tensor, Tensor> network)
    {
        using var optimizer = optim.SGD(network.parameters(), 0.1, momentum: 0.9);
        var rate = optimizer.Follow<NetworkRate>();
        optimizer.step();
        rate.Advance();
    }

    /// <summary>Has a scheduler.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <returns>The scheduler.</returns>
    public static optim.lr_scheduler.LRScheduler Scheduler(optim.Optimizer optimizer) => new ScheduleLR<NetworkRate>(optimizer);

    /// <summary>Has the optimizer generated.</summary>
    /// <param name="network">The network.</param>
    public static void Generated(nn.Module<Tensor, Tensor> network)
    {
        var optimizer = new TensorOptimizer<NetworkOptimizer>(network.named_parameters(), new NetworkOptimizer());
        optimizer.zero_grad();
        optimizer.step();
    }
}
