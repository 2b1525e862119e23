namespace LrGen.SearchTests;

/// <summary>A search in one process, without a journal.</summary>
public sealed class SearchRunTests
{
    private static readonly SearchOptions s_options = new() { Seed = 1, Trials = 40 };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_trial_runs_once_and_the_best_is_found(int parallelism)
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<long>();
        var result = Search.Run<Trial>(With(parallelism), (trial, context) =>
        {
            seen.Add(context.Index);
            return Loss(trial);
        });
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (long)i), seen.Order());
        Assert.Equal(40, result.Trials.Count);
        Assert.True(result.IsComplete);
        Assert.Empty(result.Failures);
        Assert.Equal(0, result.Resumed);
        Assert.All(result.Trials, t => Assert.Equal((Trial.QuasiRandom(1, t.Index), Loss(t.Trial), TrialStatus.Done), (t.Trial, t.Result, t.Status)));
        Assert.Equal(result.Trials.Min(t => t.Result), result.Best!.Result);

        static SearchOptions With(int parallelism) => new() { Seed = 1, Trials = 40, Parallelism = parallelism };
    }

    [Fact]
    public void A_grid_runs_as_a_whole_and_no_more()
    {
        var whole = Search.Run<Trial>(new SearchOptions { Kind = SearchKind.Grid }, (trial, _) => Loss(trial));
        Assert.Equal(Enumerable.Range(0, 15).Select(i => Trial.Grid(i)), whole.Trials.Select(t => t.Trial));
        Assert.Equal(15, Search.Run<Trial>(new SearchOptions { Kind = SearchKind.Grid, Trials = 99 }, (trial, _) => 0).Trials.Count);
        Assert.Equal(64, Search.Run<Trial>(new SearchOptions { Kind = SearchKind.Random }, (trial, _) => 0).Trials.Count);
    }

    [Fact]
    public void The_goal_says_which_is_best_and_the_first_of_equals_is()
    {
        var result = Search.Run<Trial>(new SearchOptions { Trials = 20, Goal = SearchGoal.Maximize }, (_, context) => context.Index % 5);
        Assert.Equal((4, 4.0), (result.Best!.Index, result.Best.Result));
    }

    [Fact]
    public void A_trial_that_throws_or_returns_NaN_fails_and_the_search_goes_on()
    {
        var result = Search.Run<Trial>(s_options, (trial, context) => (context.Index % 4) switch
        {
            0 => throw new InvalidOperationException("out of memory"),
            1 => double.NaN,
            2 => throw new TrialPrunedException("of its own making"),
            _ => Loss(trial),
        });
        Assert.Equal(40, result.Trials.Count);
        Assert.Equal(30, result.Failures.Count());
        Assert.Equal("InvalidOperationException: out of memory", result.Trials[0].Error);
        Assert.Equal("The trial returned NaN.", result.Trials[1].Error);
        Assert.Equal(TrialStatus.Failed, result.Trials[2].Status);
        Assert.Equal(3, result.Best!.Index % 4);
        Assert.Null(Search.Run<Trial>(s_options, (_, _) => double.NaN).Best);
    }

    [Fact]
    public void Cancelled_it_returns_what_has_ended()
    {
        using var source = new CancellationTokenSource();
        int ended = 0;
        var result = Search.Run<Trial>(new SearchOptions { Trials = 1_000, Parallelism = 3 }, (trial, context) =>
        {
            if (Interlocked.Increment(ref ended) == 30)
                source.Cancel();
            context.Report(0, 1);
            return Loss(trial);
        }, source.Token);
        Assert.False(result.IsComplete);
        Assert.InRange(result.Trials.Count, 26, 29);
        Assert.All(result.Trials, t => Assert.Equal(TrialStatus.Done, t.Status));
    }

    [Fact]
    public void Progress_counts_up_one_at_a_time()
    {
        var told = new List<SearchProgress>();
        Search.Run<Trial>(new SearchOptions { Trials = 40, Parallelism = 4, Progress = told.Add }, (trial, _) => Loss(trial));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), told.Select(p => p.Ended));
        Assert.All(told, p => Assert.Equal(40, p.Total));
        Assert.Equal(told.Min(p => p.Latest.Result), told[^1].Best);
    }

    [Fact]
    public void An_exception_of_the_listener_ends_the_search() => Assert.Equal("no space", Assert.Throws<IOException>(() => Search.Run<Trial>(
        new SearchOptions { Trials = 40, Parallelism = 4, Progress = _ => throw new IOException("no space") }, (trial, _) => Loss(trial))).Message);

    [Fact]
    public void Seeds_of_trials_differ_and_repeat()
    {
        ulong[] Seeds(ulong seed)
        {
            var seeds = new ulong[50];
            Search.Run<Trial>(new SearchOptions { Trials = 50, Seed = seed }, (_, context) => seeds[context.Index] = context.Seed);
            return seeds;
        }

        Assert.Equal(Seeds(1), Seeds(1));
        Assert.Equal(100, Seeds(1).Concat(Seeds(2)).Distinct().Count());
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Search.Run<Trial>(new SearchOptions { Trials = 0 }, (_, _) => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search.Run<Trial>(new SearchOptions { Parallelism = 0 }, (_, _) => 0));
        Assert.Throws<ArgumentNullException>(() => Search.Run<Trial>(null!, (_, _) => 0));
        Assert.Throws<ArgumentNullException>(() => Search.Run<Trial>(s_options, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search.TrialAt<Trial>((SearchKind)9, 0, 0));
        var result = Search.Run<Trial>(s_options, (_, context) =>
        {
            context.Report(3, 1);
            context.Report(3, 1);
            return 1;
        });
        Assert.StartsWith("ArgumentOutOfRangeException", result.Trials[0].Error);
    }

    internal static double Loss(Trial trial) => Math.Abs(Math.Log10(trial.Rate) + 2.5) + trial.Batch / 1000.0;
}
