namespace LrGen.Tool.Tests;

public sealed partial class HostileInputTests : IDisposable
{
    private readonly Hostile _hostile = new();

    public void Dispose() => _hostile.Dispose();

    [Theory]
    [InlineData("self", ".")]
    [InlineData("up", "..")]
    [InlineData("root", "/")]
    [InlineData("loop", "loop")]
    [InlineData("inner/again", "../inner")]
    public void Links_that_loop_list_each_schedule_once(string link, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        _hostile.Write("src/Rates.cs", Hostile.Rates);
        Directory.CreateDirectory(_hostile.PathTo("src/inner"));
        Directory.CreateSymbolicLink(_hostile.PathTo("src/" + link), target);
        File.CreateSymbolicLink(_hostile.PathTo("src/Nothing.cs"), "Nothing.cs");
        var (code, output, _) = _hostile.Run("list", "src");
        Assert.Equal(0, code);
        Assert.StartsWith("Rates.Cosine", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_sources_elsewhere_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        _hostile.Write("shared/Rates.cs", Hostile.Rates);
        Directory.CreateDirectory(_hostile.PathTo("src"));
        Directory.CreateSymbolicLink(_hostile.PathTo("src/shared"), "../shared");
        Assert.Contains("Rates.Cosine", _hostile.Run("list", "src").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public void Odd_paths_are_wrong_use_in_one_line(string path)
    {
        // No process can be given a zero.
        var (code, output, error) = path.Contains('\0', StringComparison.Ordinal) ? TestProject.Run("list", path) : _hostile.Run("list", path);
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public static TheoryData<string, string> Deep => new()
    {
        { "parentheses", Hostile.Rates.Replace("0.1", new string('(', 20_000) + "0.1" + new string(')', 20_000), StringComparison.Ordinal) },
        { "open parentheses", Hostile.Rates.Replace("0.1", new string('(', 20_000), StringComparison.Ordinal) },
        { "namespaces", string.Concat(Enumerable.Range(0, 3_000).Select(i => $"namespace N{i} {{ ")) + Hostile.Rates + new string('}', 3_000) },
        { "one long name", "namespace " + string.Join('.', Enumerable.Range(0, 20_000).Select(i => "N" + i)) + ";" + Hostile.Rates },
        { "signs", Hostile.Rates.Replace("0.1", string.Concat(Enumerable.Repeat("- ", 20_000)) + "0.1", StringComparison.Ordinal) },
        { "sums", Hostile.Rates.Replace("0.1", string.Concat(Enumerable.Repeat("0.1 + ", 20_000)) + "0.1", StringComparison.Ordinal) },
        { "conditions", Hostile.Rates.Replace("0.1", string.Concat(Enumerable.Repeat("true ? 0.1 : ", 5_000)) + "0.1", StringComparison.Ordinal) },
        { "generics", Hostile.Rates.Replace("double Cosine", string.Concat(Enumerable.Repeat("A<", 5_000)) + "double" + new string('>', 5_000) + " Cosine", StringComparison.Ordinal) },
        { "attributes", string.Concat(Enumerable.Repeat("[CosineDecay(0.1, steps: 100)] ", 5_000)) + Hostile.Rates },
        { "zeros", new string('\0', 100_000) + Hostile.Rates },
        { "a long string", Hostile.Rates.Replace("0.1", "\"" + new string('x', 1_000_000) + "\"", StringComparison.Ordinal) },
        { "a long number", Hostile.Rates.Replace("0.1", "0." + new string('1', 100_000), StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Sources_that_no_one_writes_are_read_or_refused(string what, string source)
    {
        _hostile.Write("Rates.cs", source);
        foreach (string command in new[] { "list", "check" })
        {
            var (code, output, error) = _hostile.Run(command, "Rates.cs");
            Assert.True(code != 2 || (error.Length > 0 && output.Length == 0), what);
        }
    }

    [Theory]
    [InlineData("self.csproj", "<Project><ItemGroup><ProjectReference Include=\"self.csproj\" /></ItemGroup></Project>")]
    [InlineData("laughs.csproj", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><Project>&b;</Project>")]
    [InlineData("empty.csproj", "")]
    [InlineData("glob.csproj", "<Project><ItemGroup><Compile Include=\"**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/*x\" /></ItemGroup></Project>")]
    public void Projects_are_read_or_refused(string name, string text)
    {
        _hostile.Write("Rates.cs", Hostile.Rates);
        _hostile.Write(new string('a', 60) + "/" + new string('b', 60) + "/Rates2.cs", "class A;");
        _hostile.Run("list", _hostile.Write(name, text));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_with_the_bound()
    {
        using (var file = File.Create(_hostile.PathTo("Large.cs")))
            file.SetLength(100L << 30);
        var (code, _, error) = _hostile.Run("list", "Large.cs");
        Assert.Equal(2, code);
        Assert.Contains("16 MiB", error, StringComparison.Ordinal);
        File.Move(_hostile.PathTo("Large.cs"), _hostile.PathTo("Large.dll"));
        Assert.Contains("128 MiB", _hostile.Run("list", "Large.dll").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_assemblies_are_read_or_refused()
    {
        using var project = new TestProject(Sources.All);
        byte[] whole = File.ReadAllBytes(project.Build());
        var random = new Random(15);
        int processes = LongRun.Size(full: 10, quick: 2), files = LongRun.Size(full: 600, quick: 40);
        for (int i = 0; i < files; i++)
        {
            byte[] damaged = Damage.Of(whole, random);
            string path = _hostile.Write("Damaged.dll", damaged);
            if (i < processes)
                _hostile.Run("list", path);
            else
                AssertOneLine(TestProject.Run("list", path));
        }
    }

    [Fact]
    public void Damaged_logs_journals_and_range_tests_are_read_or_refused()
    {
        string log = _hostile.PathTo("run.jsonl"), journal = _hostile.PathTo("journal.jsonl");
        using (var writer = TrainingLog.Open(log))
        {
            for (int i = 0; i < 60; i++)
                writer.Write(i, i / 10.0, 0.1, 1, [writer.Metric("accuracy").Is(0.5)]);
        }

        Search.Run<Trial>(new SearchOptions { Trials = 8, Journal = journal }, (trial, _) => trial.Rate);
        string range = _hostile.Write("range.json", """{"rates":[0.1,0.2,0.3],"losses":[3,2,1],"smoothed":[3,2,1],"suggestions":{"valley":0.2}}""");
        var random = new Random(15);
        foreach (string file in new[] { log, journal, range })
        {
            byte[] whole = File.ReadAllBytes(file);
            for (int i = 0; i < LongRun.Size(full: 3_000, quick: 60); i++)
            {
                string path = _hostile.Write("damaged.jsonl", Damage.Of(whole, random));
                if (file == log)
                {
                    AssertOneLine(TestProject.Run("watch", path, "--once"));
                    AssertOneLine(TestProject.Run("report", path, "-o", _hostile.PathTo("report.html")));
                }
                else if (file == journal)
                {
                    File.Delete(_hostile.PathTo("all.jsonl"));
                    AssertOneLine(TestProject.Run("merge", path, "-o", _hostile.PathTo("all.jsonl")));
                }
                else
                {
                    AssertOneLine(TestProject.Run("range", path, "-o", _hostile.PathTo("range.svg")));
                }
            }
        }
    }

    [Theory]
    [InlineData("{\"step\":0,\"loss\":1,\"time\":1e300}")]
    [InlineData("{\"step\":9223372036854775807,\"loss\":1,\"time\":1}")]
    [InlineData("{\"step\":-9223372036854775808,\"loss\":-1.7e308,\"epoch\":1e300,\"time\":1}")]
    [InlineData("{\"step\":0,\"loss\":1,\"metrics\":{\"\\ud800\":1}}")]
    [InlineData("{\"step\":0,\"rate\":1e308,\"loss\":1e308,\"time\":9e9,\"metrics\":{\"a\":1e308,\"b\":-1e308}}")]
    public void Logs_with_odd_numbers_and_names_are_shown(string line)
    {
        string path = _hostile.Write("run.jsonl", "{\"log\":1}\n{\"step\":0,\"loss\":2,\"time\":1}\n" + line + "\n{\"step\":1,\"loss\":2,\"time\":2}\n");
        AssertOneLine(_hostile.Run("watch", path, "--once"));
        AssertOneLine(_hostile.Run("report", path));
    }

    [Fact]
    public void A_log_of_one_endless_line_takes_no_memory()
    {
        using (var file = File.Create(_hostile.PathTo("run.jsonl")))
        {
            file.Write("{\"log\":1}\n{\"step\":0,\"loss\":1}\n"u8);
            file.SetLength(LongRun.Size(full: 1_200, quick: 300) * (1L << 20));
        }

        Assert.Equal(0, _hostile.Run("watch", "run.jsonl", "--once").Code);
    }

    /// <summary>Wrong input is said in one line, beside which nothing is written.</summary>
    private static void AssertOneLine((int Code, string Output, string Error) result)
    {
        Assert.InRange(result.Code, 0, 2);
        Assert.DoesNotContain("mistake of its own", result.Error, StringComparison.Ordinal);
        if (result.Code == 2)
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate);
}
