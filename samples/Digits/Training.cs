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
sealed class Training(DigitSet trainingSet, DigitSet heldOutSet, ProgressCounter finished, double rateScale)
{
    /// <summary>Gets what the rates of every optimizer are multiplied by.</summary>
    public double RateScale => rateScale;

    /// <summary>Trains one network.</summary>
    /// <param name="seed">Governs the initial weights and the order of the images.</param>
    public Outcome Train<TOptimizer>(int seed)
        where TOptimizer : IOptimizer, new()
    {
        var random = new Random(seed);
        var network = new Network(random);
        var optimizer = new TOptimizer { GradientScale = 1.0 / Budget.BatchSize };
        optimizer.Parameters.DefaultGroup.RateScale = rateScale;
        optimizer.Parameters.Add<float>("network", shape: Network.Parameters); // allocates the state, which the first update would do
        int[] order = [.. Enumerable.Range(0, trainingSet.Count)];

        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int epoch = 0; epoch < Budget.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int first = 0; first + Budget.BatchSize <= order.Length; first += Budget.BatchSize)
            {
                foreach (int image in order.AsSpan(first, Budget.BatchSize))
                    network.AddGradient(trainingSet.Image(image), trainingSet.Label(image));
                network.Update(optimizer);
            }
            finished.Add();
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;

        return new Outcome(Accuracy(network, heldOutSet), Loss(network, trainingSet), optimizer.Step, allocated);
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

    private static double Loss(Network network, DigitSet set)
    {
        double sum = 0;
        for (int image = 0; image < set.Count; image++)
            sum -= Math.Log(network.Classify(set.Image(image))[set.Label(image)]);
        return sum / set.Count;
    }
}
