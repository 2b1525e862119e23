using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace LrGen.Peers.Tests;

/// <summary>TorchSharp in this process: optimizers on one parameter each, and the rates that its schedulers set on them.</summary>
internal static class Peer
{
    public const double Base = 0.1;

    private static readonly Lazy<string?> s_failure = new(Load);

    /// <summary>Why TorchSharp does not run here, or null where it does.</summary>
    public static string? Failure => s_failure.Value;

    /// <summary>An optimizer with as many groups as asked for, each with a parameter of its own.</summary>
    public static SGD Sgd(int groups = 1, double rate = Base) => torch.optim.SGD(
        Enumerable.Range(0, groups).Select(_ => new SGD.ParamGroup([Parameter()], rate, momentum: 0.9)), rate, momentum: 0.9);

    public static Optimizer Adam() => torch.optim.Adam([Parameter()], Base);

    public static Parameter Parameter()
    {
        Assert.True(Failure is null, Failure);
        return new Parameter(torch.zeros(1));
    }

    /// <summary>The rate and the momentum of a group.</summary>
    public static (double Rate, double Momentum) Group(Optimizer optimizer, int index)
    {
        var group = optimizer.ParamGroups.ElementAt(index);
        return (group.LearningRate, ((IMomentum)group).Momentum);
    }

    /// <summary>What a group has at each step from 0 on: a scheduler sets the first rate when it is made.</summary>
    public static IReadOnlyList<(double Rate, double Momentum)> Run(Optimizer optimizer, LRScheduler scheduler, int steps, int group = 0)
    {
        List<(double, double)> values = [];
        for (int step = 0; step < steps; step++)
        {
            if (step > 0)
                scheduler.step();
            values.Add(Group(optimizer, group));
        }

        return values;
    }

    private static string? Load()
    {
        try
        {
            torch.set_num_threads(1);
            using var tensor = torch.zeros(1);
            return null;
        }
        catch (Exception e)
        {
            return "TorchSharp does not run on " + System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier
                + "; this project has its native library for linux-x64, win-x64 and osx-arm64:\n" + e;
        }
    }
}
