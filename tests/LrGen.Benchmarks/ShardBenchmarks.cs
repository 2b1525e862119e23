using BenchmarkDotNet.Attributes;

namespace LrGen.Benchmarks;

/// <summary>A search of 10,000 trials on 1,000 shards, without a training: joining the journals.</summary>
[MemoryDiagnoser]
public class ShardBenchmarks
{
    private const int Shards = 1_000;
    private const int Trials = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;
    private string[] _journals = [];

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Shards; i++)
        {
            Search.Run<ShardSpace>(
                new SearchOptions { Trials = Trials, Journal = Path.Combine(_folder, "part-{shard}.jsonl"), Shard = new Shard(i, Shards) }, static (trial, _) => trial.Rate);
        }

        _journals = Directory.GetFiles(_folder, "part-*.jsonl");
        var merge = Merge();
        if (merge is not { Trials: Trials, Repeated: 0, IsComplete: true })
            throw new InvalidOperationException($"Not every trial ran once: {merge}");
    }

    [Benchmark]
    public JournalMerge Merge() => SearchJournal.Merge(_journals, Path.Combine(_folder, "all.jsonl"));

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);
}

/// <summary>Reading a journal: ten times the lines take ten times as long.</summary>
[MemoryDiagnoser]
public class JournalBenchmarks
{
    private readonly string _journal = Path.GetTempFileName();

    [Params(1_000, 10_000, 100_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // One line from a search, and the same again and again: what is read is not compared.
        File.Delete(_journal);
        Search.Run<ShardSpace>(new SearchOptions { Trials = 1, Journal = _journal }, static (trial, _) => trial.Rate);
        string line = File.ReadAllText(_journal);
        File.WriteAllText(_journal, string.Concat(Enumerable.Repeat(line, Lines)));
    }

    [Benchmark]
    public int Read() => SearchJournal.Read(_journal).Count;

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_journal);
}

[SearchSpace]
internal readonly partial record struct ShardSpace([LogUniform(1e-5, 1e-1)] double Rate, [Choice(32, 64, 128)] int Batch);
