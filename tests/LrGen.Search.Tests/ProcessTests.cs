using System.Diagnostics;

namespace LrGen.SearchTests;

/// <summary>What only other processes show: being killed, sharing one search, other processors.</summary>
public sealed class ProcessTests : IDisposable
{
    private const int Trials = 60;
    private const int Threads = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;

    [Fact]
    public void A_process_that_is_killed_again_and_again_loses_only_what_was_running()
    {
        var random = new Random(1);
        int kills = 0;
        while (true)
        {
            using var process = Start([], "search", At("journal"), At("starts"), $"{Trials}", "40");
            if (kills < 8 && !process.WaitForExit(random.Next(250, 700)))
            {
                process.Kill();
                process.WaitForExit();
                kills++;
                continue;
            }

            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            Assert.StartsWith(Trials + " ", output);
            break;
        }

        Assert.InRange(kills, 3, 8);
        // Every trial ended once, and began again only where it was running when the process died.
        Assert.Equal(Enumerable.Range(0, Trials).Select(i => (long)i), SearchJournal.Read(At("journal")).Select(e => e.Trial).Order());
        long[] starts = [.. File.ReadAllLines(At("starts")).Select(long.Parse)];
        Assert.Equal(Trials, starts.Distinct().Count());
        Assert.InRange(starts.Length, Trials, Trials + kills * Threads);
    }

    [Fact]
    public void Told_to_end_a_process_ends_in_order_and_goes_on_later()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        int interrupted = 0;
        for (int i = 1; ; i++)
        {
            using var process = Start([], "search", At("journal"), At("starts"), $"{Trials}", "60");
            int before = Entries().Count;
            if (i <= 3)
            {
                Assert.True(SpinWait.SpinUntil(() => Entries().Count >= before + 4, TimeSpan.FromSeconds(60)));
                using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                kill.WaitForExit();
            }

            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(i <= 3 ? 3 : 0, process.ExitCode);
            int now = Entries().Count(e => e.Status == TrialStatus.Interrupted);
            Assert.InRange(now - interrupted, i <= 3 ? 1 : 0, i <= 3 ? Threads : 0);
            interrupted = now;
            if (i > 3)
                break;
        }

        Assert.Equal(Enumerable.Range(0, Trials).Select(i => (long)i), Entries().Where(e => e.Status == TrialStatus.Done).Select(e => e.Trial).Order());
        var merge = SearchJournal.Merge([At("journal")], At("all"));
        Assert.Equal((Trials, interrupted, true, 0), (merge.Trials, merge.Interrupted, merge.IsComplete, merge.Repeated));

        IReadOnlyList<JournalEntry> Entries() => File.Exists(At("journal")) ? SearchJournal.Read(At("journal")) : [];
    }

    [Fact]
    public void Processes_that_know_nothing_of_each_other_share_a_search()
    {
        (string Name, string Value)[][] environments =
        [
            [("SLURM_ARRAY_TASK_ID", "1"), ("SLURM_ARRAY_TASK_MIN", "1"), ("SLURM_ARRAY_TASK_COUNT", "3")],
            [("JOB_COMPLETION_INDEX", "1")],
            [],
        ];
        string[][] arguments =
        [
            ["search", At("a"), At("starts-a"), $"{Trials}", "1"],
            ["job", At("b"), At("starts-b"), $"{Trials}", "1"],
            ["search", At("c"), At("starts-c"), $"{Trials}", "1", "2/3"],
        ];
        var processes = environments.Zip(arguments, Start).ToList();
        foreach (var process in processes)
        {
            Assert.StartsWith("20 ", process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            process.Dispose();
        }

        var merge = SearchJournal.Merge([At("a"), At("b"), At("c")], At("all"));
        Assert.Equal(new JournalMerge(3, Trials, 0, 0), merge);
        using var alone = Start([], "search", At("alone"), At("starts"), $"{Trials}", "1");
        string expected = alone.StandardOutput.ReadToEnd();
        using var joined = Start([], "search", At("all"), At("starts-all"), $"{Trials}", "1");
        Assert.Equal(expected, joined.StandardOutput.ReadToEnd());
        alone.WaitForExit();
        joined.WaitForExit();
        Assert.False(File.Exists(At("starts-all")));
    }

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_EnableFMA", "0")]
    public void Other_instructions_give_the_same_bits(string name, string value)
    {
        using var plain = Start([], "values", "500");
        string expected = plain.StandardOutput.ReadToEnd();
        using var other = Start([(name, value)], "values", "500");
        Assert.Equal(expected, other.StandardOutput.ReadToEnd());
        plain.WaitForExit();
        other.WaitForExit();
        Assert.Equal(1_000, expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    /// <summary>Starts a worker, which sees no part of a search but the one that it is given.</summary>
    private static Process Start((string Name, string Value)[] environment, params string[] arguments) => Programs.Start(
        "LrGen.Search.Worker.dll",
        [("SLURM_ARRAY_TASK_ID", null), ("JOB_COMPLETION_INDEX", null), .. environment.Select(variable => (variable.Name, (string?)variable.Value))],
        arguments);
}
