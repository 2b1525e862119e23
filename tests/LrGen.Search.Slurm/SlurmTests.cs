using System.Diagnostics;

namespace LrGen.SearchSlurm;

/// <summary>The sample's search as jobs of a real Slurm, beside the same search in one process.</summary>
public sealed class SlurmTests : IClassFixture<SlurmCluster>
{
    private const int Trials = 48;
    private const string Epochs = "120";

    private readonly SlurmCluster _cluster;

    public SlurmTests(SlurmCluster cluster)
    {
        // In CI it is always there: .ci/run installs it.
        if (SlurmCluster.Missing is { } missing && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip(missing);
        Assert.Null(SlurmCluster.Missing);
        _cluster = cluster;
    }

    [Fact]
    public void Killed_and_submitted_again_a_split_search_is_the_one_of_one_process_bit_for_bit()
    {
        string job = Submit();
        // Two tasks run at a time. One is told to end while it runs, another one is killed.
        WaitForTrials(1, 2);
        _cluster.Run("scancel", job + "_1");
        WaitForTrials(2, 2);
        _cluster.Run("scancel", "--signal=KILL", "--full", job + "_2");
        _cluster.WaitFor(job);

        Assert.Contains(SearchJournal.Read(Part(1)), e => e.Status == TrialStatus.Interrupted);
        Assert.InRange(Ended(1), 2, (Trials / 4) - 1);
        Assert.InRange(Ended(2), 2, (Trials / 4) - 1);
        var (code, output) = Merge();
        Assert.Equal(1, code);
        Assert.Contains("Submit again: --array=1,2\n", output, StringComparison.Ordinal);

        // As it is printed, and then one more time alone, which runs nothing.
        _cluster.WaitFor(Submit("--array=1,2"));
        _cluster.WaitFor(Submit("--array=2"));
        (code, output) = Merge();
        Assert.True(code == 0, output + _cluster.Logs());
        Assert.Contains($"{Trials} trials of 4 journals, 0 repeated, 0 failed.", output, StringComparison.Ordinal);

        string whole = Path.Combine(_cluster.Jobs, "whole.jsonl");
        Dotnet("RateSearch.dll", [], "--journal", whole, "--trials", $"{Trials}", "--epochs", Epochs);
        Assert.Equal(Bits(whole), Bits(Path.Combine(_cluster.Jobs, "all.jsonl")));
    }

    /// <summary>What a trial is and came to, but for the time it took.</summary>
    private static IEnumerable<(long, TrialStatus, long, string, string)> Bits(string journal) => SearchJournal.Read(journal).OrderBy(e => e.Trial).Select(e => (
        e.Trial, e.Status, BitConverter.DoubleToInt64Bits(e.Result), e.Values.GetRawText(),
        string.Join(' ', e.Reports.Select(r => $"{r.Step}:{BitConverter.DoubleToInt64Bits(r.Value):x}"))));

    private string Submit(params string[] options) => _cluster.Submit(
        Path.Combine(AppContext.BaseDirectory, "search.slurm"),
        [("RATE_SEARCH", Path.Combine(AppContext.BaseDirectory, "RateSearch.dll")), ("TRIALS", $"{Trials}"), ("EPOCHS", Epochs)], options);

    private string Part(int shard) => Path.Combine(_cluster.Jobs, $"part-{shard}.jsonl");

    private int Ended(int shard) => File.Exists(Part(shard)) ? SearchJournal.Read(Part(shard)).Count(e => e.Status == TrialStatus.Done) : 0;

    private void WaitForTrials(int shard, int count) => _cluster.WaitUntil(() => Ended(shard) >= count, _cluster.Logs);

    private (int Code, string Output) Merge() =>
        Dotnet("LrGen.Tool.dll", [], ["merge", .. Enumerable.Range(0, 4).Select(Part), "-o", Path.Combine(_cluster.Jobs, "all.jsonl")]);

    internal static (int Code, string Output) Dotnet(string assembly, IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
