namespace LrGen.SearchTests;

/// <summary>Pruning saves work and keeps the best.</summary>
public sealed class PrunerTests
{
    private const int Epochs = 64;

    public static TheoryData<string, double> Pruners => new() { { "median", 0.75 }, { "halving", 0.55 } };

    /// <summary>Curves that do not cross: of each trial the order is clear from the first epoch on.</summary>
    [Theory, MemberData(nameof(Pruners))]
    public void Work_is_saved_and_the_best_is_kept(string pruner, double mostWork)
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            var (all, whole) = Run(seed, Pruner.None);
            var (some, pruned) = Run(seed, pruner == "median" ? Pruner.Median() : Pruner.SuccessiveHalving());
            Assert.Equal(64 * Epochs, all);
            Assert.InRange(some, 64, mostWork * all);
            Assert.Equal(whole.Best!.Index, pruned.Best!.Index);
            Assert.Equal(64, pruned.Trials.Count);
            Assert.All(pruned.Trials.Where(t => t.Status == TrialStatus.Pruned), t => Assert.Equal(t.Reports[^1].Value, t.Result));
        }

        static (int Work, SearchResult<Trial> Result) Run(ulong seed, Pruner pruner)
        {
            int work = 0;
            var result = Search.Run<Trial>(new SearchOptions { Seed = seed, Trials = 64, Pruner = pruner }, (trial, context) =>
            {
                double end = SearchRunTests.Loss(trial);
                for (int epoch = 1; epoch <= Epochs; epoch++)
                {
                    work++;
                    context.Report(epoch, end + 3.0 / epoch);
                }

                return end;
            });
            return (work, result);
        }
    }

    /// <summary>Five trials that end with 1, 2, 3, 4, 5; the median is 3, and with the sixth 3.5.</summary>
    [Theory]
    [InlineData(3.0, TrialStatus.Done)]
    [InlineData(3.01, TrialStatus.Pruned)]
    [InlineData(double.NaN, TrialStatus.Pruned)]
    public void The_median_is_that_of_trials_that_ended(double value, TrialStatus expected)
    {
        var result = Run(Pruner.Median(startupTrials: 5), 6, index => index < 5 ? index + 1 : value);
        Assert.Equal(expected, result.Trials[5].Status);
        Assert.All(result.Trials.Take(5), t => Assert.Equal(TrialStatus.Done, t.Status));
    }

    [Fact]
    public void The_best_value_so_far_counts_and_the_warmup_is_waited_for()
    {
        Assert.Equal(TrialStatus.Done, Last(Pruner.Median(5), 1, 9).Status);
        Assert.Equal(TrialStatus.Pruned, Last(Pruner.Median(5), 9, 1).Status);
        Assert.Equal(TrialStatus.Done, Last(Pruner.Median(5, warmupSteps: 2), 9, 1).Status);
        Assert.Equal(TrialStatus.Pruned, Last(Pruner.Median(5, warmupSteps: 2), 9, 8).Status);
        Assert.Equal(TrialStatus.Done, Last(Pruner.Median(6), 9, 9).Status);

        static TrialResult<Trial> Last(Pruner pruner, double first, double second) => Search.Run<Trial>(
            new SearchOptions { Trials = 6, Pruner = pruner }, (_, context) =>
            {
                context.Report(1, context.Index == 5 ? first : 3);
                context.Report(2, context.Index == 5 ? second : 3);
                return 0;
            }).Trials[5];
    }

    [Fact]
    public void A_rung_lets_the_best_share_through()
    {
        // With factor 2, of n that have come, itself included, the best ⌊n / 2⌋ go on, and always the best one:
        // 5 is first of 1, 6 second of 2, 4 first of 3, 4.5 second of 4, 3 first of 5, 4.6 fourth of 6.
        double[] values = [5, 6, 4, 4.5, 3, 4.6];
        var result = Run(Pruner.SuccessiveHalving(firstStep: 1, factor: 2), 6, index => values[index]);
        Assert.Equal([false, true, false, false, false, true], result.Trials.Select(t => t.Status == TrialStatus.Pruned));
    }

    [Fact]
    public void Between_rungs_nothing_is_given_up()
    {
        var result = Search.Run<Trial>(new SearchOptions { Trials = 8, Pruner = Pruner.SuccessiveHalving(firstStep: 2, factor: 3) }, (_, context) =>
        {
            for (int step = 1; step <= 20; step++)
                context.Report(step, context.Index);
            return 0;
        });
        // Rungs are 2, 6 and 18; all but the first are worse than it at the first rung.
        Assert.All(result.Trials.Skip(1), t => Assert.Equal(2, t.Reports[^1].Step));
    }

    [Fact]
    public void High_is_good_where_the_goal_says_so()
    {
        var result = Search.Run<Trial>(new SearchOptions { Trials = 6, Goal = SearchGoal.Maximize, Pruner = Pruner.Median(5) }, (_, context) =>
        {
            context.Report(1, context.Index < 5 ? 0.9 : 0.8);
            return context.Index;
        });
        Assert.Equal(TrialStatus.Pruned, result.Trials[5].Status);
        Assert.Equal(4, result.Best!.Index);
    }

    [Fact]
    public void A_trial_may_look_instead_of_being_thrown_out()
    {
        var result = Search.Run<Trial>(new SearchOptions { Trials = 6, Pruner = Pruner.Median(5) }, (_, context) =>
            context.TryReport(1, context.Index) ? 1 : 77);
        Assert.Equal((TrialStatus.Pruned, 5.0), (result.Trials[5].Status, result.Trials[5].Result));
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Median(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Median(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(1, 1));
    }

    private static SearchResult<Trial> Run(Pruner pruner, int trials, Func<long, double> value) => Search.Run<Trial>(
        new SearchOptions { Trials = trials, Pruner = pruner }, (_, context) =>
        {
            context.Report(1, value(context.Index));
            return value(context.Index);
        });
}
