using LrGen;

namespace Digits;

/// <summary>A rise over six decades in 300 updates: under two epochs, where a training has twenty.</summary>
[RangeTest(1e-5, to: 10, steps: 300)]
readonly partial struct Rise;

/// <summary>The rates that are tried one by one: half a decade apart.</summary>
[SearchSpace]
readonly partial record struct Candidate([LogUniform(1e-3, 1, Points = 7)] double Rate);

/// <summary>Plain gradient descent of rate 1; what it trains with is the scale of its parameters' group.</summary>
[Sgd, Constant(1)]
sealed partial class Unscaled;

/// <summary>How trainings with one rate ended.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Rates">The rate of each seed; for the grid they are all the same.</param>
/// <param name="Outcomes">How each seed ended.</param>
sealed record TriedRate(string Name, double[] Rates, Outcome[] Outcomes)
{
    public double MeanAccuracy => Outcomes.Average(outcome => outcome.HeldOutAccuracy);
}

/// <summary>What range tests proposed, and what a grid of rates has instead.</summary>
/// <param name="First">The range test of the first seed.</param>
/// <param name="Grid">The rates of the grid.</param>
/// <param name="Proposals">The suggestions; the first is the one to use.</param>
sealed record RateFindings(RangeTestResult First, TriedRate[] Grid, TriedRate[] Proposals)
{
    public const double PointsAllowed = 1;

    /// <summary>Gets how many points of accuracy the proposal is below the best rate of the grid; negative where it is above.</summary>
    public double PointsBelowBest => 100 * (Grid.Max(tried => tried.MeanAccuracy) - Proposals[0].MeanAccuracy);
}

/// <summary>Finds a rate for every seed by a range test, and trains with it and with a grid of rates.</summary>
sealed class RateFinding(DigitSet trainingSet, DigitSet heldOutSet, int seeds)
{
    private const int Threads = 2;

    /// <summary>The first is the proposal: fastai's default, which looks at the whole fall and not at one step of it.</summary>
    private static readonly (string Name, RateSuggestion Rule)[] s_rules =
    [
        ("valley", RateSuggestion.Valley), ("steepest", RateSuggestion.Steepest),
        ("minimum / 10", RateSuggestion.MinimumTenth), ("slide", RateSuggestion.Slide),
    ];

    /// <summary>Gets how many epochs all trainings have together.</summary>
    public int Epochs => (int)(Candidate.GridCount + s_rules.Length) * seeds * Budget.Epochs;

    public RateFindings Run(ProgressCounter finished)
    {
        RangeTestResult[] tests = [.. Enumerable.Range(1, seeds).Select(Test)];
        (string Name, double[] Rates)[] tried =
        [
            .. Enumerable.Range(0, (int)Candidate.GridCount).Select(i => ("grid", Enumerable.Repeat(Candidate.Grid(i).Rate, seeds).ToArray())),
            .. s_rules.Select(rule => (rule.Name, tests.Select(test => test.Suggest(rule.Rule) ?? throw new InvalidOperationException(
                $"The range test proposes nothing by the rule '{rule.Name}'.")).ToArray())),
        ];
        var outcomes = new Outcome[tried.Length * seeds];
        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, run =>
        {
            var (row, seed) = Math.DivRem(run, seeds);
            outcomes[run] = new Training(trainingSet, heldOutSet, finished, tried[row].Rates[seed]).Train<Unscaled>(seed + 1, "constant", string.Empty);
        });
        TriedRate[] rows = [.. tried.Select((t, row) => new TriedRate(t.Name, t.Rates, outcomes[(row * seeds)..((row + 1) * seeds)]))];
        return new RateFindings(tests[0], rows[..^s_rules.Length], rows[^s_rules.Length..]);
    }

    /// <summary>The range test of the network that a training with this seed begins with.</summary>
    private RangeTestResult Test(int seed)
    {
        var random = new Random(seed);
        var network = new Network(random);
        int[] order = [.. Enumerable.Range(0, trainingSet.Count)];
        random.Shuffle(order);
        int next = 0;
        float[] saved = [];
        var optimizer = new Unscaled { GradientScale = 1.0 / Budget.BatchSize };
        optimizer.Parameters.Add<float>("network", shape: Network.Parameters);
        return RangeTestResult.Run<Rise>(TrainOneBatch, save: () => saved = network.Save(), restore: () => network.Restore(saved));

        double TrainOneBatch(double rate)
        {
            for (int i = 0; i < Budget.BatchSize; i++)
            {
                int image = order[next++ % order.Length];
                network.AddGradient(trainingSet.Image(image), trainingSet.Label(image));
            }
            double loss = network.BatchLoss / Budget.BatchSize;
            optimizer.Parameters.DefaultGroup.RateScale = rate;
            network.Update(optimizer);
            return loss;
        }
    }
}
