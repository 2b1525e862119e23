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
        Assert.Contains("number of shards", Wrong([("JOB_COMPLETION_INDEX", "4")]));
        Assert.Contains("none of 4 shards", Wrong([("JOB_COMPLETION_INDEX", "4")], 4));
        Assert.Contains("SLURM_ARRAY_TASK_COUNT", Wrong([("SLURM_ARRAY_TASK_ID", "3")]));
        Assert.Contains("'x'", Wrong([("SLURM_ARRAY_TASK_ID", "x")]));
    }

    private static string Wrong((string Name, string Value)[] variables, int? count = null) =>
        Assert.Throws<InvalidOperationException>(() => From(variables, count)).Message;

    private static Shard From((string Name, string Value)[] variables, int? count = null)
    {
        try
        {
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable(name, value);
            return Shard.FromEnvironment(count);
        }
        finally
        {
            foreach (var (name, _) in variables)
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
