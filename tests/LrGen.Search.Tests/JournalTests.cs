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
        for (int length = lastLine; length < whole.Length - 1; length += 7)
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
        string[] damages =
        [
            "", "{", "[]", "{}", "null", "{\"trial\":1}", lines[1].Replace("\"done\"", "\"gone\""), lines[1].Replace("\"trial\":1", "\"trial\":-1"), lines[1][..^5],
        ];
        foreach (string wrong in damages)
        {
            string damaged = lines[0] + "\n" + wrong + "\n" + lines[2] + "\n";
            File.WriteAllText(At("damaged"), damaged);
            Assert.Contains("Line 2 of ", Assert.Throws<SearchJournalException>(() => Run("damaged", 3, out _)).Message);
            Assert.Equal(damaged, File.ReadAllText(At("damaged")));
        }
    }

    /// <summary>Foreign files that begin as a line does, or as the beginning of one.</summary>
    [Theory]
    [InlineData("{")]
    [InlineData("{\"trial\"")]
    [InlineData("{\"trial\":1}")]
    [InlineData("{\"trial\":1,\"x\":\"")]
    [InlineData("{\"trial\":,\"status\":\"done")]
    [InlineData("{\"trial\": 1, \"status\": \"do")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":1}\n")]
    [InlineData("\n")]
    [InlineData("\0\0\0")]
    [InlineData("notes")]
    public void A_foreign_file_is_not_taken_for_an_unfinished_line(string text)
    {
        File.WriteAllText(At("foreign"), text);
        Assert.Contains("is no journal of a search", Assert.Throws<SearchJournalException>(() => Run("foreign", 3, out _)).Message);
        Assert.Equal(text, File.ReadAllText(At("foreign")));
    }

    [Fact]
    public void The_journal_of_another_search_is_refused_and_stays_as_it_is()
    {
        Run("a", 3, out _);
        // Its last line is left to the search that wrote it.
        File.AppendAllText(At("a"), "{\"trial\":3,\"sta");
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
    public void Of_several_ends_of_a_trial_the_best_one_is_kept_and_two_results_are_an_error()
    {
        void Write(string name, Func<double> end) => Search.Run<Trial>(new SearchOptions { Trials = 1, Journal = At(name) }, (_, _) => end());
        Write("failed", () => throw new IOException());
        Write("done", () => 1);
        Write("again", () => 1);
        Write("later", () => 2);
        var merge = SearchJournal.Merge([At("failed"), At("done"), At("again")], At("all"));
        Assert.Equal((1, 2, 0), (merge.Trials, merge.Repeated, merge.Failed));
        Assert.Equal([0L], merge.Twice);
        Assert.Equal(1, Assert.Single(SearchJournal.Read(At("all"))).Result);
        string before = File.ReadAllText(At("all"));
        string message = Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("done"), At("later")], At("all"))).Message;
        Assert.Contains($"Trial 0 has two results: 1 in {At("done")}, 2 in {At("later")}", message);
        Assert.Equal(before, File.ReadAllText(At("all")));
        // The same in one file.
        File.WriteAllText(At("both"), File.ReadAllText(At("done")) + File.ReadAllText(At("later")));
        Assert.Contains("two results", Assert.Throws<SearchJournalException>(() => Write("both", () => 1)).Message);
    }

    [Theory]
    [InlineData("{ \"name\": \"app\" }")]
    [InlineData("{\"name\":\"app\"}\n")]
    [InlineData("{\"trial\":1,\"name\":\"app\"}")]
    [InlineData("{\"trial\":1,\"name\":\"app\"}\n")]
    [InlineData("a text")]
    [InlineData("\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("[1, 2]")]
    [InlineData("{\"trial\":1}\n{\"trial\":2,")]
    public void A_file_that_is_no_journal_stays_as_it_is(string content)
    {
        File.WriteAllText(At("conf.json"), content);
        Assert.Contains(At("conf.json"), Assert.Throws<SearchJournalException>(() => Run("conf.json", 3, out _)).Message);
        Assert.Equal(content, File.ReadAllText(At("conf.json")));
        Run("a", 3, out _);
        Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("conf.json"), At("a")], At("all")));
        Assert.False(File.Exists(At("all")));
        // As an output, too.
        Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("a")], At("conf.json")));
        Assert.Equal(content, File.ReadAllText(At("conf.json")));
        // Nor what stands behind a journal.
        File.WriteAllText(At("behind"), File.ReadAllText(At("a")) + content);
        if (content[0] != '\0')
            Assert.Throws<SearchJournalException>(() => Run("behind", 3, out _));
    }

    [Fact]
    public void Every_bit_that_is_flipped_is_seen()
    {
        Run("a", 2, out _);
        byte[] whole = File.ReadAllBytes(At("a"));
        int length = Array.IndexOf(whole, (byte)'\n');
        for (int bit = 0; bit < length * 8; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(At("damaged"), damaged);
            Assert.True(Record.Exception(() => SearchJournal.Read(At("damaged"))) is SearchJournalException, $"bit {bit}");
        }
    }

    [Fact]
    public void A_journal_without_checksums_is_read()
    {
        Run("a", 4, out _);
        string old = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(At("a")), ",\"trials\":.*?\\}\n", "}\n");
        Assert.DoesNotContain("check", old);
        File.WriteAllText(At("old"), old);
        Assert.Equal((4, 6), (Run("old", 6, out int ran).Resumed, SearchJournal.Read(At("old")).Count));
        Assert.Equal(2, ran);
        Assert.Null(SearchJournal.Read(At("old"))[0].Shard);
    }

    [Fact]
    public void What_is_left_out_is_named()
    {
        Run("a", 3, out _);
        File.AppendAllText(At("a"), "{\"trial\":7,\"sta");
        SearchJournal.Read(At("a"), out var unfinished);
        Assert.Equal(4, unfinished!.Value.Number);
        var merge = SearchJournal.Merge([At("a")], At("all"));
        Assert.Equal((At("a"), 4L), (merge.Unfinished[0].Journal, merge.Unfinished[0].Line.Number));
        Assert.Equal(4, Run("a", 3, out _).UnfinishedLine!.Value.Number);
        Assert.Null(Run("a", 3, out _).UnfinishedLine);
        File.WriteAllText(At("empty"), "");
        Assert.Contains("No trial has ended", Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("empty")], At("all"))).Message);
        Assert.Equal(3, SearchJournal.Read(At("all")).Count);
    }

    [Fact]
    public void An_output_with_trials_of_its_own_is_not_replaced()
    {
        Run("a", 3, out _);
        Run("b", 5, out _);
        Assert.Contains("trial 3", Assert.Throws<SearchJournalException>(() => SearchJournal.Merge([At("a")], At("b"))).Message);
        Assert.Equal(5, SearchJournal.Read(At("b")).Count);
    }

    [Fact]
    public void What_is_not_finite_is_never_the_best()
    {
        var result = Search.Run<Trial>(new SearchOptions { Trials = 4, Journal = At("a") }, (_, context) =>
            context.Index switch { 0 => double.NegativeInfinity, 1 => double.PositiveInfinity, 2 => 2, _ => 1 });
        Assert.Equal(1, result.Best!.Result);
        Assert.Equal(1, Search.Run<Trial>(new SearchOptions { Trials = 4, Journal = At("a") }, (_, _) => 0).Best!.Result);
        Assert.Null(Search.Run<Trial>(new SearchOptions { Trials = 1, Goal = SearchGoal.Maximize }, (_, _) => double.PositiveInfinity).Best);
        // Nor does it let others be given up.
        var pruned = Search.Run<Trial>(new SearchOptions { Trials = 12, Pruner = Pruner.Median(2) }, (_, context) =>
        {
            context.Report(1, context.Index < 6 ? double.NegativeInfinity : 1);
            return 1;
        });
        Assert.All(pruned.Trials, t => Assert.Equal(t.Index < 6 ? TrialStatus.Pruned : TrialStatus.Done, t.Status));
    }

    [Fact]
    public void A_journal_that_is_removed_while_the_search_runs_ends_it()
    {
        Assert.Contains("removed", Assert.Throws<SearchJournalException>(() => Search.Run<Trial>(new SearchOptions { Trials = 9, Journal = At("a") }, (_, context) =>
        {
            if (context.Index == 3)
                File.Delete(At("a"));
            return 1;
        })).Message);
    }

    [Fact]
    public void A_shard_goes_on_from_its_own_journal_only()
    {
        SearchResult<Trial> Part(Shard shard, string journal) =>
            Search.Run<Trial>(new SearchOptions { Seed = 1, Trials = 16, Journal = At(journal), Shard = shard }, (trial, _) => SearchRunTests.Loss(trial));
        for (int i = 0; i < 4; i++)
            Part(new Shard(i, 4), "part-{shard}");
        Assert.Equal(4, Part(new Shard(2, 4), "part-{shard}").Resumed);
        Assert.Equal(new Shard(2, 4), SearchJournal.Read(At("part-2"))[0].Shard);
        foreach (var other in new[] { new Shard(0, 4), new Shard(2, 8), Shard.Whole })
        {
            string message = Assert.Throws<SearchJournalException>(() => Part(other, "part-2")).Message;
            Assert.Contains("2/4", message);
            Assert.Contains(other.ToString(), message);
        }

        string[] parts = [At("part-0"), At("part-1"), At("part-3")];
        var merge = SearchJournal.Merge(parts, At("all"));
        Assert.Equal((12, 16L, 4L, false), (merge.Trials, merge.Total, merge.Missing, merge.IsComplete));
        Assert.Equal([new Shard(2, 4)], merge.MissingShards);
        Assert.Equal(4, merge.Gaps.Sum(g => g.Last - g.First + 1));
        merge = SearchJournal.Merge([At("all"), At("part-2")], At("all"));
        Assert.True(merge.IsComplete);
        Assert.Equal(16, Part(Shard.Whole, "all").Resumed);
        Assert.Contains("this process runs 1/4", Assert.Throws<SearchJournalException>(() => Part(new Shard(1, 4), "all")).Message);
    }

    [Fact]
    public void Interrupted_trials_stand_in_the_journal_and_run_again()
    {
        using var source = new CancellationTokenSource();
        var result = Search.Run<Trial>(new SearchOptions { Seed = 1, Trials = 6, Journal = At("a") }, (trial, context) =>
        {
            context.Report(1, 1);
            if (context.Index == 3)
                source.Cancel();
            context.Report(2, 1);
            return SearchRunTests.Loss(trial);
        }, source.Token);
        Assert.Equal((3, false), (result.Trials.Count, result.IsComplete));
        var last = SearchJournal.Read(At("a"))[^1];
        Assert.Equal((3L, TrialStatus.Interrupted), (last.Trial, last.Status));
        var merge = SearchJournal.Merge([At("a")], At("all"));
        Assert.Equal((1, 3, 3L), (merge.Interrupted, merge.Trials, merge.Missing));
        Assert.Equal([3L, 4L, 5L], Ran());

        List<long> Ran()
        {
            var ran = new List<long>();
            Assert.True(Search.Run<Trial>(new SearchOptions { Seed = 1, Trials = 6, Journal = At("a") }, (trial, context) =>
            {
                ran.Add(context.Index);
                return SearchRunTests.Loss(trial);
            }).IsComplete);
            return ran;
        }
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
