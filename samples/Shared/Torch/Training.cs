using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples;

/// <summary>What one training ended with.</summary>
/// <param name="Accuracy">The share of the held-out examples that the network has right.</param>
/// <param name="Loss">The mean cross-entropy of the held-out examples, in nats.</param>
/// <param name="UpdateMicroseconds">The median time of the optimizer's part of an update.</param>
readonly record struct Outcome(double Accuracy, double Loss, double UpdateMicroseconds);

/// <summary>One training of one network.</summary>
/// <remarks>
/// Which examples an update sees follows from the seed and the step alone. So a checkpoint needs no state of a random generator: the
/// parameters, the state of the optimizer and the step are all.
/// </remarks>
abstract class Training(nn.Module network, IUpdating updating) : IDisposable
{
    // Construction draws from libtorch's generator, of which there is one for all threads.
    private static readonly Lock s_generator = new();

    private readonly List<long> _times = [];

    /// <summary>Gets how many updates were made.</summary>
    public long Step => updating.Step;

    public double Rate => updating.Rate;

    /// <summary>Constructs a network with the initial weights of a seed.</summary>
    public static TNetwork Initialized<TNetwork>(int seed, Func<TNetwork> construct)
    {
        lock (s_generator)
        {
            random.manual_seed(seed);
            return construct();
        }
    }

    /// <summary>Makes one update, and returns the loss of its batch.</summary>
    public double Update()
    {
        using var scope = NewDisposeScope();
        updating.ZeroGradients();
        var loss = Loss(Step);
        loss.backward();

        long start = Stopwatch.GetTimestamp();
        updating.Update();
        _times.Add(Stopwatch.GetTimestamp() - start);
        return loss.item<float>();
    }

    /// <summary>Evaluates the network on the held-out examples.</summary>
    public Outcome Evaluate()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        network.eval();
        var (accuracy, loss) = HeldOut();
        network.train();
        _times.Sort();
        double median = _times.Count == 0 ? double.NaN : _times[_times.Count / 2] * 1e6 / Stopwatch.Frequency;
        return new Outcome(accuracy, loss, median);
    }

    public void Save(BinaryWriter writer)
    {
        network.save(writer);
        updating.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        network.load(reader);
        updating.Load(reader);
    }

    public void Dispose()
    {
        updating.Dispose();
        network.Dispose();
    }

    /// <summary>Returns the loss of the batch of an update.</summary>
    protected abstract Tensor Loss(long step);

    protected abstract (double Accuracy, double Loss) HeldOut();
}
