namespace LrGen.SearchTests;

/// <summary>Parts have no trial in common and together have all. Tests that set variables run one at a time: they are in one class.</summary>
public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Parts_are_disjoint_and_complete(int count)
    {
        for (long trial = 0; trial < 100; trial++)
            Assert.Single(Enumerable.Range(0, count), i => new Shard(i, count).Contains(trial));
        var ran = Enumerable.Range(0, count).SelectMany(i => Search.Run<Trial>(
            new SearchOptions { Trials = 20, Shard = new Shard(i, count) }, (_, _) => 0).Trials.Select(t => t.Index)).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), ran.Order());
    }

    [Fact]
    public void Ten_thousand_trials_on_a_thousand_parts_run_once_each_and_are_joined_in_little_memory()
    {
        int parts = LongRun.Size(full: 1_000, quick: 60), trials = 10 * parts;
        string folder = Directory.CreateTempSubdirectory("lrgen-").FullName;
        try
        {
            for (int i = 0; i < parts; i++)
            {
                Search.Run<Trial>(
                    new SearchOptions { Trials = trials, Journal = Path.Combine(folder, "part-{shard}.jsonl"), Shard = new Shard(i, parts) }, (trial, _) => trial.Rate);
            }

            string[] journals = Directory.GetFiles(folder);
            Assert.Equal(parts, journals.Length);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var merge = SearchJournal.Merge(journals, Path.Combine(folder, "all.jsonl"));
            // Each journal is read through a buffer of 64 KiB.
            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)trials, 0, 20_000);
            Assert.Equal((trials, 0, 0L, trials), (merge.Trials, merge.Repeated, merge.Missing, (int)merge.Total!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void More_parts_than_trials_leave_some_without()
    {
        var results = Enumerable.Range(0, 8).Select(i => Search.Run<Trial>(new SearchOptions { Trials = 2, Shard = new Shard(i, 8) }, (_, _) => 0)).ToList();
        Assert.Equal([0L, 1L], results.SelectMany(r => r.Trials).Select(t => t.Index).Order());
        Assert.Equal(6, results.Count(r => r.Trials.Count == 0));
        Assert.All(results, r => Assert.True(r.IsComplete));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Each_part_of_a_quasi_random_search_sees_the_whole_space(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var result = Search.Run<Trial>(new SearchOptions { Trials = 32 * count, Shard = new Shard(i, count) }, (_, _) => 0);
            Assert.Equal(32, result.Trials.Count);
            // Of four parts of the range of rates every one has its share, and every batch size has its own.
            Assert.All(result.Trials.CountBy(t => (int)Math.Floor(Math.Log10(t.Trial.Rate))).Select(c => c.Value), c => Assert.InRange(c, 2, 16));
            Assert.Equal(4, result.Trials.CountBy(t => (int)Math.Floor(Math.Log10(t.Trial.Rate))).Count());
            Assert.Equal(3, result.Trials.Select(t => t.Trial.Batch).Distinct().Count());
        }
    }

    [Fact]
    public void Text_is_read_and_written()
    {
        Assert.Equal(new Shard(2, 8), Shard.Parse("2/8"));
        Assert.Equal("2/8", new Shard(2, 8).ToString());
        Assert.Equal("0/1", Shard.Whole.ToString());
        Assert.Equal(Shard.Whole, new Shard(0, 1));
        foreach (string wrong in new[] { "", "2", "8/8", "-1/8", "0/0", "1/2/3", "a/b", " 1/2", "1.0/2" })
            Assert.Contains("index/count", Assert.Throws<FormatException>(() => Shard.Parse(wrong)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(2, 2));
    }

    [Fact]
    public void Variables_of_job_arrays_are_read()
    {
        Assert.Equal(Shard.Whole, From([]));
        Assert.Equal(new Shard(3, 8), From([("SLURM_ARRAY_TASK_ID", "3"), ("SLURM_ARRAY_TASK_MIN", "0"), ("SLURM_ARRAY_TASK_COUNT", "8")]));
        // --array=1-8 and --array=10-30:10.
        Assert.Equal(new Shard(7, 8), From([("SLURM_ARRAY_TASK_ID", "8"), ("SLURM_ARRAY_TASK_MIN", "1"), ("SLURM_ARRAY_TASK_COUNT", "8"), ("SLURM_ARRAY_TASK_STEP", "1")]));
        Assert.Equal(new Shard(2, 3), From([("SLURM_ARRAY_TASK_ID", "30"), ("SLURM_ARRAY_TASK_MIN", "10"), ("SLURM_ARRAY_TASK_COUNT", "3"), ("SLURM_ARRAY_TASK_STEP", "10")]));
        Assert.Equal(new Shard(4, 5), From([("JOB_COMPLETION_INDEX", "4")], 5));
        Assert.Equal(new Shard(4, 5), From([("JOB_COMPLETION_INDEX", "4"), ("LRGEN_SHARDS", "5")]));
        Assert.Contains("number of shards", Wrong([("JOB_COMPLETION_INDEX", "4")]));
        Assert.Contains("none of 4 shards", Wrong([("JOB_COMPLETION_INDEX", "4")], 4));
        Assert.Contains("SLURM_ARRAY_TASK_COUNT", Wrong([("SLURM_ARRAY_TASK_ID", "3")]));
        Assert.Contains("'x'", Wrong([("SLURM_ARRAY_TASK_ID", "x")], 4));
        Assert.Contains("LRGEN_SHARDS", Wrong([("LRGEN_SHARDS", "4")]));
        // The count comes first, and a variable of LrGen's before all of them.
        Assert.Equal(new Shard(2, 4), From([("LRGEN_SHARD", "2/4"), ("SLURM_ARRAY_TASK_ID", "3")], 8));
        Assert.Contains("LRGEN_SHARD", Wrong([("LRGEN_SHARD", "4/4")]));
    }

    [Fact]
    public void A_task_that_is_submitted_again_is_the_part_that_it_was()
    {
        // --array=2 of four, with the count and without.
        (string, string)[] single = [.. Slurm(2, 2, 2, 1, 1)];
        Assert.Equal(new Shard(2, 4), From(single, 4));
        Assert.Contains("one task 2", Wrong(single));
        // --array=0,2,5 of eight.
        Assert.Equal(new Shard(5, 8), From([.. Slurm(5, 0, 5, 1, 3)], 8));
        Assert.Contains("gaps", Wrong([.. Slurm(5, 0, 5, 1, 3)]));
        // --array=4-7 of eight.
        Assert.Contains("begins at 4", Wrong([.. Slurm(5, 4, 7, 1, 4)]));
        // --array=1-8%2, whose first task is said; and task 8 alone.
        Assert.Equal(new Shard(7, 8), From([.. Slurm(8, 1, 8, 1, 8)], 8, first: 1));
        Assert.Equal(new Shard(7, 8), From([.. Slurm(8, 8, 8, 1, 1)], 8, first: 1));
        Assert.Contains("first:", Wrong([.. Slurm(8, 1, 8, 1, 8)], 8));
        Assert.Equal((1, 8), (From([.. Slurm(8, 1, 8, 1, 8)], 8, first: 1).First, From([.. Slurm(8, 1, 8, 1, 8)], 8, first: 1).Task));
        Assert.Equal(30, From([.. Slurm(30, 10, 30, 10, 3)]).Task);

        static IEnumerable<(string, string)> Slurm(int id, int min, int max, int step, int count) =>
        [
            ("SLURM_ARRAY_TASK_ID", $"{id}"), ("SLURM_ARRAY_TASK_MIN", $"{min}"), ("SLURM_ARRAY_TASK_MAX", $"{max}"), ("SLURM_ARRAY_TASK_STEP", $"{step}"),
            ("SLURM_ARRAY_TASK_COUNT", $"{count}"),
        ];
    }

    [Theory]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE")]
    [InlineData("BATCH_TASK_INDEX", "BATCH_TASK_COUNT")]
    [InlineData("CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT")]
    [InlineData("AZ_BATCH_TASK_ID", null)]
    [InlineData("PBS_ARRAY_INDEX", null)]
    [InlineData("PBS_ARRAYID", null)]
    [InlineData("LSB_JOBINDEX", null)]
    [InlineData("SGE_TASK_ID", null)]
    public void Every_engine_says_which_part(string id, string? size)
    {
        Assert.Equal(new Shard(3, 8), From([(id, "3")], 8));
        Assert.Equal(new Shard(2, 8), From([(id, "3")], 8, first: 1));
        if (size is null)
            Assert.Contains("count", Wrong([(id, "3")]));
        else
            Assert.Equal(new Shard(3, 8), From([(id, "3"), (size, "8")]));
    }

    [Fact]
    public void Jobs_outside_arrays_run_the_whole_search()
    {
        Assert.Equal(Shard.Whole, From([("LSB_JOBINDEX", "0")]));
        Assert.Equal(Shard.Whole, From([("SGE_TASK_ID", "undefined")]));
        Assert.Equal(Shard.Whole, From([("AZ_BATCH_TASK_ID", "train")]));
        Assert.Equal(Shard.Whole, From([("BATCH_TASK_INDEX", "0"), ("BATCH_TASK_COUNT", "1")]));
        Assert.Equal(new Shard(2, 4), From([("SGE_TASK_ID", "3"), ("SGE_TASK_FIRST", "1"), ("SGE_TASK_LAST", "4"), ("SGE_TASK_STEPSIZE", "1")]));
    }

    private static string Wrong((string Name, string Value)[] variables, int? count = null, int first = 0) =>
        Assert.Throws<InvalidOperationException>(() => From(variables, count, first)).Message;

    private static Shard From((string Name, string Value)[] variables, int? count = null, int first = 0)
    {
        try
        {
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable(name, value);
            return Shard.FromEnvironment(count, first);
        }
        finally
        {
            foreach (var (name, _) in variables)
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
