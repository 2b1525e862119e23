using LrGen;

namespace Words;

/// <summary>What one training ended with.</summary>
/// <param name="Bits">The mean over the held-out paragraphs of −log₂ of the probability of the right part.</param>
/// <param name="Accuracy">The share of the held-out paragraphs whose likeliest part is the right one.</param>
/// <param name="RareBits">How many more bits it would be without the rare words of the paragraphs.</param>
/// <param name="Updates">The optimizer updates that the training made.</param>
/// <param name="AllocatedBytes">What the training allocated on its thread in these updates, by the runtime's count.</param>
readonly record struct Outcome(double Bits, double Accuracy, double RareBits, long Updates, long AllocatedBytes);

/// <summary>Trains models that differ in the seed and in the optimizer, and in nothing else.</summary>
sealed class Training(Division[] divisions, ProgressCounter finished, double rateScale)
{
    /// <summary>Allocates what one training needs, and returns the training.</summary>
    /// <param name="seed">Governs the order of the paragraphs, and which fifth of them is held out.</param>
    public Func<Outcome> Prepare<TOptimizer>(int seed)
        where TOptimizer : IOptimizer, new()
    {
        var division = divisions[seed % divisions.Length];
        var model = new Model(division.Vocabulary);
        var optimizer = new TOptimizer { GradientScale = 1.0 / Budget.BatchSize };
        optimizer.Parameters.DefaultGroup.RateScale = rateScale;
        model.AddTo(optimizer.Parameters);
        int[] order = [.. Enumerable.Range(0, division.Training.Length)];
        var random = new Random(seed);
        return () => Train(division, model, optimizer, order, random);
    }

    private Outcome Train(Division division, Model model, IOptimizer optimizer, int[] order, Random random)
    {
        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int epoch = 0; epoch < Budget.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int update = 0; update < Budget.UpdatesPerEpoch; update++)
            {
                foreach (int paragraph in order.AsSpan(update * Budget.BatchSize, Budget.BatchSize))
                    model.AddGradient(division.Training[paragraph]);
                optimizer.Update();
                optimizer.Parameters.ClearGradients();
            }
            finished.Add();
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        return Judge(model, division.HeldOut) with { Updates = optimizer.Step, AllocatedBytes = allocated };
    }

    private static Outcome Judge(Model model, Paragraph[] paragraphs)
    {
        var (bits, frequentBits, right) = (0.0, 0.0, 0);
        foreach (var paragraph in paragraphs)
        {
            var probabilities = model.Locate(paragraph);
            bits -= Math.Log2(probabilities[paragraph.Part]);
            if (probabilities[paragraph.Part] >= Largest(probabilities))
                right++;
            frequentBits -= Math.Log2(model.LocateByFrequentWords(paragraph)[paragraph.Part]);
        }
        int count = paragraphs.Length;
        return new Outcome(bits / count, (double)right / count, (frequentBits - bits) / count, 0, 0);
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        float largest = values[0];
        foreach (float value in values)
            largest = MathF.Max(largest, value);
        return largest;
    }
}
