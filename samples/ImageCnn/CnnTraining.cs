using Samples;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageCnn;

/// <summary>The images of a training, and how many an update sees.</summary>
readonly record struct Batches(ImageSet Training, ImageSet HeldOut, int Size)
{
    /// <summary>Gets how many updates an epoch has: whole batches only, and the images that the shuffle put last are left out.</summary>
    public int PerEpoch => Training.Count / Size;
}

/// <summary>Trains a network on batches of images, shuffled anew in each epoch.</summary>
sealed class CnnTraining(Network network, IUpdating updating, Batches batches, int seed) : Training(network, updating)
{
    private readonly long[] _order = new long[batches.Training.Count];
    private long _orderedEpoch = -1;

    protected override Tensor Loss(long step)
    {
        var (epoch, batch) = Math.DivRem(step, batches.PerEpoch);
        if (_orderedEpoch != epoch)
            Order(epoch);
        using var indices = tensor(_order.AsSpan((int)batch * batches.Size, batches.Size).ToArray());
        using var images = batches.Training.Pixels.index_select(0, indices);
        using var labels = batches.Training.Labels.index_select(0, indices);
        return functional.cross_entropy(network.call(images), labels);
    }

    protected override (double Accuracy, double Loss) HeldOut()
    {
        var scores = network.call(batches.HeldOut.Pixels);
        var loss = functional.cross_entropy(scores, batches.HeldOut.Labels);
        var right = scores.argmax(1).eq(batches.HeldOut.Labels).sum();
        return ((double)right.item<long>() / batches.HeldOut.Count, loss.item<float>());
    }

    /// <summary>The order of an epoch follows from the seed and the epoch alone: a resumed training finds it again.</summary>
    private void Order(long epoch)
    {
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        new Random(unchecked(seed * 1_000_003 + (int)epoch)).Shuffle(_order);
        _orderedEpoch = epoch;
    }
}
