namespace LrGen.SearchTests;

/// <summary>Journals: gone on with, repaired, refused, joined.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;

    [Fact]
    public void A_search_goes_on_where_it_stopped()
    {
        var first = Run("a", 10, out int ran);
        Assert.Equal((10, 10), (ran, first.Trials.Count));
        var second = Run("a", 25, out ran);
        Assert.Equal((15, 25, 10), (ran, second.Trials.Count, second.Resumed));
        Assert.Equal(first.Trials.Select(t => (t.Index, t.Trial, t.Result)), second.Trials.Take(10).Select(t => (t.Index, t.Trial, t.Result)));
        Assert.Equal(25, File.ReadAllLines(At("a")).Length);
        Run("a", 25, out ran);
        Assert.Equal(0, ran);
        // Fewer trials than the journal has: they stay.
        Assert.Equal(25, Run("a", 5, out _).Trials.Count);
    }

    [Fact]
    public void A_line_says_all_of_a_trial()
    {
        Search.Run<Everything>(new SearchOptions { Kind = SearchKind.Random, Seed = 3, Trials = 3, Journal = At("line") }, (_, context) =>
        {
            context.Report(1, 2.5);
            context.Report(2, double.PositiveInfinity);
            return context.Index switch { 0 => 0.25, 1 => throw new ArgumentException("no\n\"way\""), _ => double.NegativeInfinity };
        });
        string[] lines = File.ReadAllLines(At("line"));
        var trial = Everything.Random(3, 0);
        Assert.StartsWith("{\"trial\":0,\"status\":\"done\",\"result\":0.25,\"values\":{\"Factor\":", lines[0]);
        Assert.Contains("\"class\":", lines[0]);
        Assert.Contains($"\"Shape\":\"{trial.Shape}\"", lines[0]);
        Assert.Contains("\"reports\":[[1,2.5],[2,\"Infinity\"]],\"kind\":\"random\",\"seed\":3,\"space\":\"", lines[0]);
        var entries = SearchJournal.Read(At("line"));
        Assert.Equal([TrialStatus.Done, TrialStatus.Failed, TrialStatus.Done], entries.Select(e => e.Status));
        Assert.Equal("ArgumentException: no\n\"way\"", entries[1].Error);
        Assert.Equal(double.NegativeInfinity, entries[2].Result);
        Assert.Equal(new TrialReport(2, double.PositiveInfinity), entries[0].Reports[1]);
        Assert.Equal(trial.Shift, entries[0].Values.GetProperty("Shift").GetDouble());
        Assert.Equal(SearchKind.Random, entries[0].Kind);
    }

    [Fact]
    public void Wherever_the_last_line_is_torn_only_that_trial_runs_again()
    {
        Run("whole", 4, out _);
        byte[] whole = File.ReadAllBytes(At("whole"));
        int lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (int length = lastLine; length <= whole.Length; length += 7)
        {
            File.WriteAllBytes(At("torn"), whole[..length]);
            Assert.Equal(3, SearchJournal.Read(At("torn")).Count);
            var result = Run("torn", 4, out int ran);
            Assert.Equal((1, 4), (ran, result.Trials.Count));
            Assert.Equal(4, SearchJournal.Read(At("torn")).Count);
        }

        // Only the end of the line is missing, or zeros stand where the file system had not written yet.
        File.WriteAllBytes(At("torn"), whole[..^1]);
        Assert.Equal(4, Run("torn", 5, out int more).Trials.Count - 1);
        Assert.Equal((1, 5), (more, File.ReadAllLines(At("torn")).Length));
        File.WriteAllBytes(At("torn"), [.. whole, .. new byte[100]]);
        Assert.Equal(5, Run("torn", 5, out _).Trials.Count);
        Assert.Equal(5, File.ReadAllLines(At("torn")).Length);
    }

    [Fact]
    public void Damage_before_the_last_line_is_an_error()
    {
        Run("a", 3, out _);
        string[] lines = File.ReadAllLines(At("a"));
        foreach (string wrong in new[] { "", "{", "[]", "{}", "null", "{\"trial\":1}", lines[1].Replace("\"done\"", "\"gone\""), lines[1].Replace("\"trial\":1", "\"trial\":-1") })
        {
            string damaged = lines[0] + "\n" + wrong + "\n" + lines[2] + "\n";
            File.WriteAllText(At("damaged"), damaged);
            Assert.Contains("Line 2 of ", Assert.Throws<SearchJournalException>(() => Run("damaged", 3, out _)).Message);
            Assert.Equal(damaged, File.ReadAllText(At("damaged")));
        }
    }

    [Fact]
    public void The_journal_of_another_search_is_refused_and_stays_as_it_is()
    {
        Run("a", 3, out _);
        string before = File.ReadAllText(At("a"));
        Assert.Contains("seed", Refused(new SearchOptions { Seed = 2, Journal = At("a") }));
        Assert.Contains("grid", Refused(new SearchOptions { Kind = SearchKind.Grid, Seed = 1, Journal = At("a") }));
        Assert.Contains("space", Assert.Throws<SearchJournalException>(
            () => Search.Run<Conditional>(new SearchOptions { Seed = 1, Journal = At("a") }, (_, _) => 0)).Message);
        Assert.Equal(before, File.ReadAllText(At("a")));

        static string Refused(SearchOptions options) => Assert.Throws<SearchJournalException>(() => Search.Run<Trial>(options, (_, _) => 0)).Message;
    }

    [Fact]
    public void A_journal_has_one_writer()
    {
        var options = new SearchOptions { Trials = 1, Journal = At("a") };
        var result = Search.Run<Trial>(options, (_, _) => Search.Run<Trial>(options, (_, _) => 0).Trials.Count);
        Assert.Contains("another process", result.Trials[0].Error);
    }

    [Fact]
    public void Failures_are_run_again_only_where_asked_for()
    {
        int ran = 0;
        SearchResult<Trial> Run(bool retry, bool works) => Search.Run<Trial>(
            new SearchOptions { Trials = 6, Journal = At("a"), RetryFailed = retry }, (_, context) =>
            {
                ran++;
                return works || context.Index % 2 == 0 ? 1 : throw new IOException("gone");
            });
        Assert.Equal(3, Run(false, false).Failures.Count());
        Assert.Equal(3, Run(false, true).Failures.Count());
        Assert.Equal(6, ran);
        Assert.Empty(Run(true, true).Failures);
        Assert.Equal(9, ran);
        Assert.Empty(Run(false, false).Failures);
    }

    [Fact]
    public void Pruning_goes_on_from_the_journal()
    {
        SearchResult<Trial> Run(long trials) => Search.Run<Trial>(new SearchOptions { Trials = trials, Journal = At("a"), Pruner = Pruner.Median(5) }, (_, context) =>
        {
            context.Report(1, context.Index);
            return context.Index;
        });
        Assert.Equal(TrialStatus.Done, Run(5).Trials[4].Status);
        Assert.Equal(TrialStatus.Pruned, Run(6).Trials[5].Status);
    }

    [Fact]
    public void Parts_are_joined_in_order_and_gone_on_with()
    {
        for (int i = 0; i < 3; i++)
            Search.Run<Trial>(new SearchOptions { Seed = 1, Trials = 20, Journal = At("part" + i), Shard = new Shard(i, 3) }, (trial, _) => SearchRunTests.Loss(trial));
        var merge = SearchJournal.Merge([At("part2"), At("part0"), At("part1"), At("part1")], At("all"));
        int twice = SearchJournal.Read(At("part1")).Count;
        Assert.InRange(twice, 6, 7);
        Assert.Equal(new JournalMerge(4, 20, twice, 0), merge);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), SearchJournal.Read(At("all")).Select(e => e.Trial));
        var result = Run("all", 20, out int ran);
        Assert.Equal((0, 20), (ran, result.Resumed));
        Assert.Equal(Run("alone", 20, out _).Best!.Index, result.Best!.Index);
        // Into one of its own parts.
        twice += SearchJournal.Read(At("part0")).Count;
        SearchJournal.Merge([At("part0"), At("part1")], At("part0"));
        Assert.Equal(twice, SearchJournal.Read(At("part0")).Count);
    }

    [Fact]
    public void Of_several_ends_of_a_trial_the_best_one_is_kept()
    {
        void Write(string name, Func<double> end) => Search.Run<Trial>(new SearchOptions { Trials = 1, Journal = At(name) }, (_, _) => end());
        Write("failed", () => throw new IOException());
        Write("done", () => 1);
        Write("later", () => 2);
        Assert.Equal(new JournalMerge(3, 1, 2, 0), SearchJournal.Merge([At("failed"), At("done"), At("later")], At("all")));
        Assert.Equal(1, Assert.Single(SearchJournal.Read(At("all"))).Result);
    }

    [Fact]
    public void Only_parts_of_one_search_are_joined()
    {
        Run("a", 3, out _);
        Search.Run<Trial>(new SearchOptions { Seed = 2, Trials = 3, Journal = At("b") }, (_, _) => 0);
        string message = Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("a"), At("b")], At("all"))).Message;
        Assert.Contains("seed", message);
        Assert.Contains(At("b"), message);
        Assert.False(File.Exists(At("all")));
        Assert.Throws<ArgumentException>(() => SearchJournal.Merge([], At("all")));
        Assert.Throws<FileNotFoundException>(() => SearchJournal.Merge([At("none")], At("all")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private SearchResult<Trial> Run(string name, long trials, out int ran)
    {
        int count = 0;
        var result = Search.Run<Trial>(new SearchOptions { Seed = 1, Trials = trials, Journal = At(name) }, (trial, _) =>
        {
            count++;
            return SearchRunTests.Loss(trial);
        });
        ran = count;
        return result;
    }
}
