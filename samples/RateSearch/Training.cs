using LrGen;

namespace RateSearch;

/// <summary>Trains the network of one trial.</summary>
sealed class Training(DigitSet trainingSet, DigitSet heldOutSet, ProgressCounter finished, int epochs)
{
    private int _epochsRun;

    /// <summary>Gets how many epochs all trials together have trained.</summary>
    public int EpochsRun => Volatile.Read(ref _epochsRun);

    /// <summary>Returns the cross-entropy on the held-out images, after reporting it at every epoch.</summary>
    public double Run(Trial trial, TrialContext context)
    {
        try
        {
            return Train(trial, context);
        }
        finally
        {
            finished.Add();
        }
    }

    private double Train(Trial trial, TrialContext context)
    {
        var random = new Random((int)context.Seed);
        var network = new Network(random);
        var optimizer = new Unscaled { GradientScale = 1.0 / trial.Batch };
        optimizer.Parameters.Add<float>("network", shape: Network.Parameters);
        int[] order = [.. Enumerable.Range(0, trainingSet.Count)];
        int updatesPerEpoch = order.Length / trial.Batch;
        double loss = double.NaN;
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            for (int first = 0; first + trial.Batch <= order.Length; first += trial.Batch)
            {
                foreach (int image in order.AsSpan(first, trial.Batch))
                    network.AddGradient(trainingSet.Image(image), trainingSet.Label(image));
                optimizer.Parameters.DefaultGroup.RateScale = Rates.Falling(optimizer.Step, trial.Rate, trial.Decay, epochs * updatesPerEpoch);
                network.Update(optimizer);
            }
            Interlocked.Increment(ref _epochsRun);
            loss = network.Loss(heldOutSet);
            context.Report(epoch, loss);
        }
        return loss;
    }
}
