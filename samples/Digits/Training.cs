using LrGen;

namespace Digits;

/// <summary>What one training ended with.</summary>
/// <param name="HeldOutAccuracy">The share of the held-out images that the network names rightly.</param>
/// <param name="TrainingLoss">The mean cross-entropy over the training images.</param>
/// <param name="Updates">The optimizer updates that the training made.</param>
/// <param name="AllocatedBytes">What the training allocated on its thread in these updates, by the runtime's count.</param>
readonly record struct Outcome(double HeldOutAccuracy, double TrainingLoss, long Updates, long AllocatedBytes)
{
    public const double LowestAccuracy = 0.9;

    /// <summary>The loss of a network that gives every digit the same probability.</summary>
    public static readonly double GuessingLoss = Math.Log(DigitSet.Classes);

    /// <summary>Gets whether the loss is NaN, infinite or worse than guessing, or too many images are named wrongly.</summary>
    public bool HasFailed => !(TrainingLoss <= GuessingLoss) || HeldOutAccuracy < LowestAccuracy;
}

/// <summary>Trains networks that differ in the seed and in the optimizer, and in nothing else.</summary>
/// <param name="rateScale">What the rates of every optimizer are multiplied by.</param>
/// <param name="logDirectory">Where every training writes its log; null for none.</param>
sealed class Training(DigitSet trainingSet, DigitSet heldOutSet, ProgressCounter finished, double rateScale, string? logDirectory = null)
{
    /// <summary>Gets what the rates of every optimizer are multiplied by.</summary>
    public double RateScale => rateScale;

    /// <summary>Trains one network.</summary>
    /// <param name="seed">Governs the initial weights and the order of the images.</param>
    /// <param name="name">The name of the optimizer, for the log.</param>
    /// <param name="attributes">Its attributes, for the log.</param>
    public Outcome Train<TOptimizer>(int seed, string name, string attributes)
        where TOptimizer : IOptimizer, new()
    {
        var random = new Random(seed);
        var network = new Network(random);
        var optimizer = new TOptimizer { GradientScale = 1.0 / Budget.BatchSize };
        optimizer.Parameters.DefaultGroup.RateScale = rateScale;
        optimizer.Parameters.Add<float>("network", shape: Network.Parameters); // allocates the state, which the first update would do
        int[] order = [.. Enumerable.Range(0, trainingSet.Count)];
        using var log = OpenLog(name, seed, attributes);
        var accuracy = log?.Metric("accuracy") ?? default;

        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int epoch = 0; epoch < Budget.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int first = 0; first + Budget.BatchSize <= order.Length; first += Budget.BatchSize)
            {
                foreach (int image in order.AsSpan(first, Budget.BatchSize))
                    network.AddGradient(trainingSet.Image(image), trainingSet.Label(image));
                if (log is not null)
                    Write(log, accuracy, network, optimizer);
                network.Update(optimizer);
            }
            finished.Add();
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;

        return new Outcome(Accuracy(network, heldOutSet), network.Loss(trainingSet), optimizer.Step, allocated);
    }

    /// <summary>A file of its own for every training: a new one, since a training starts at its beginning.</summary>
    private TrainingLog? OpenLog(string name, int seed, string attributes)
    {
        if (logDirectory is null)
            return null;
        string path = Path.Combine(logDirectory, $"{name.Replace(", ", "-").Replace(" + ", "-").Replace(' ', '-').Replace("'", "")}-{seed:00}.jsonl");
        File.Delete(path);
        return TrainingLog.Open(path, $"{name} ({seed})", attributes);
    }

    /// <summary>Logs the update about to run; at the beginning of an epoch with the accuracy that there is now.</summary>
    private void Write(TrainingLog log, TrainingMetric accuracy, Network network, IOptimizer optimizer)
    {
        double epoch = (double)optimizer.Step / Budget.UpdatesPerEpoch;
        double rate = rateScale * optimizer.Rate, loss = network.BatchLoss / Budget.BatchSize;
        if (optimizer.Step % Budget.UpdatesPerEpoch == 0)
            log.Write(optimizer.Step, epoch, rate, loss, accuracy.Is(Accuracy(network, heldOutSet)));
        else
            log.Write(optimizer.Step, epoch, rate, loss);
    }

    private static double Accuracy(Network network, DigitSet set)
    {
        int right = 0;
        for (int image = 0; image < set.Count; image++)
        {
            var probabilities = network.Classify(set.Image(image));
            int likeliest = 0;
            for (int digit = 1; digit < probabilities.Length; digit++)
            {
                if (probabilities[digit] > probabilities[likeliest])
                    likeliest = digit;
            }
            if (likeliest == set.Label(image))
                right++;
        }
        return (double)right / set.Count;
    }
}
