using LrGen.Tool.Output;

namespace LrGen.Tool.Tests;

/// <summary>What helps at the command line: what may have been meant, completions, colours, progress.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Hostile _hostile = new();

    public void Dispose() => _hostile.Dispose();

    [Theory]
    [InlineData("'lst' is no command of lrgen. Did you mean 'list'?", "lst", "Rates.cs")]
    [InlineData("'polt' is no command of lrgen. Did you mean 'plot'?", "polt")]
    [InlineData("'frobnicate' is no command of lrgen.", "frobnicate")]
    [InlineData("'--schedul' is no option of lrgen list. Did you mean '--schedule'?", "list", "--schedul", "x")]
    [InlineData("'--ouput' is no option of lrgen plot. Did you mean '--output'?", "plot", ".", "--ouput", "a.svg")]
    [InlineData("'--frobnicate' is no option of lrgen check.", "check", "--frobnicate")]
    public void Typing_mistakes_are_answered(string expected, params string[] arguments)
    {
        var (code, output, error) = TestProject.Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Equal(expected, error.Split('\n')[0].TrimEnd('\r'));
    }

    [Fact]
    public void Names_of_schedules_and_rules_are_answered_too()
    {
        string file = _hostile.Write("Rates.cs", Hostile.Rates);
        Assert.Contains("Did you mean 'Cosine'?", TestProject.Run("list", file, "-s", "Cosin").Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Rates.Cosine'?", TestProject.Run("list", file, "-s", "Rate.Cosine").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", TestProject.Run("list", file, "-s", "Momentum").Error, StringComparison.Ordinal);
        Assert.Contains("LRG101", TestProject.Run("explain", "LRG109").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Near", TestProject.Run("explain", "xyz").Error, StringComparison.Ordinal);
        // Behind two dashes of their own words are what they are.
        Assert.Contains("'--schedul' does not exist", TestProject.Run("list", "--", "--schedul").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plot", "polt", "plot", "report")]
    [InlineData(null, "plot", "report", "list")]
    [InlineData("report", "reprt", "plot", "report")]
    [InlineData("completions", "compl", "completions", "plot")]
    [InlineData(null, "x", "plot")]
    public void The_nearest_name_is_few_mistakes_away(string? expected, string given, params string[] names) => Assert.Equal(expected, Nearest.To(given, names));

    [Theory]
    [InlineData("plot\n", "pl")]
    [InlineData("--steps\n", "plot", "--st")]
    [InlineData("csv\ntensorboard\n", "export", "a.jsonl", "--format", "")]
    [InlineData("LRG040\nLRG041\nLRG042\nLRG043\nLRG044\nLRG045\nLRG046\nLRG047\nLRG048\nLRG049\n", "explain", "LRG04")]
    [InlineData("bash\nfish\npwsh\nzsh\n", "completions", "\"\"")]
    public void Words_are_completed(string expected, params string[] words) =>
        Assert.Equal(expected, TestProject.Run(["complete", "--", .. words]).Output.ReplaceLineEndings("\n"));

    [Fact]
    public void Commands_are_completed_and_hidden_ones_are_not()
    {
        string[] commands = TestProject.Run("complete", "--", "").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains("export", commands);
        Assert.DoesNotContain("complete", commands);
        Assert.DoesNotContain("complete ", TestProject.Run("--help").Output, StringComparison.Ordinal);
        Assert.All(commands, c => Assert.DoesNotContain("--", c));
    }

    /// <summary>The script in the shell itself, with a lrgen that is this tool.</summary>
    [Fact]
    public void The_script_of_bash_completes()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        _hostile.Write("lrgen", "#!/bin/bash\nexec dotnet '" + typeof(Program).Assembly.Location + "' \"$@\"\n");
        _hostile.Write("script", TestProject.Run("completions", "bash").Output);
        string script = "chmod +x lrgen; PATH=$PWD:$PATH; source ./script; COMP_WORDS=(lrgen plot --st); COMP_CWORD=2; _lrgen; echo \"${COMPREPLY[@]}\""
            + "; COMP_WORDS=(lrgen export a -f ''); COMP_CWORD=4; _lrgen; echo \"${COMPREPLY[@]}\"";
        using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", script])
        {
            WorkingDirectory = _hostile.Folder,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("--steps\ncsv tensorboard\n", bash.StandardOutput.ReadToEnd());
    }

    [Fact]
    public void Every_shell_has_a_script()
    {
        foreach (string shell in new[] { "bash", "zsh", "fish", "pwsh" })
            Assert.Contains("lrgen complete -- ", TestProject.Run("completions", shell).Output, StringComparison.Ordinal);
        var (code, _, error) = TestProject.Run("completions", "csh");
        Assert.Equal((2, 2), (code, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Colours_are_in_terminals_only()
    {
        string wrong = Hostile.Rates.Replace("100", "-1", StringComparison.Ordinal);
        _hostile.Write("Rates.cs", wrong);
        string plain = Colours("0", "check", "Rates.cs"), coloured = Colours("1", "check", "Rates.cs");
        Assert.DoesNotContain('\e', plain);
        Assert.Contains(": \e[31merror LRG\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, Plain(coloured));
        string page = Colours("0", "explain", "48"), rendered = Colours("1", "explain", "48");
        Assert.Contains("# LRG048", page, StringComparison.Ordinal);
        Assert.Contains("\e[1mCause\e[0m", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("```", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("| ---", rendered, StringComparison.Ordinal);
        Assert.Contains("\e[36m        [CosineDecay(0.1, steps: 90, Floor = 1e-4)]\e[0m", rendered, StringComparison.Ordinal);
        // What others have put in a name stays visible, and no colour.
        string folder = _hostile.Write("\e[31mred/Rates.cs", wrong);
        Assert.Contains("\\u001b[31mred", Colours("1", "check", folder), StringComparison.Ordinal);

        string Colours(string force, params string[] arguments)
        {
            var start = new System.Diagnostics.ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
            {
                WorkingDirectory = _hostile.Folder,
                RedirectStandardOutput = true,
                Environment = { ["CLICOLOR_FORCE"] = force, ["NO_COLOR"] = "" },
            };
            using var process = System.Diagnostics.Process.Start(start)!;
            return process.StandardOutput.ReadToEnd();
        }

        static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\e\\[[0-9]*m", string.Empty);
    }

    [Fact]
    public void Progress_is_one_line_that_goes_away()
    {
        var terminal = new StringWriter();
        var progress = Progress.To(terminal, "Reading src");
        progress.Report("Checking \e[2JApp", 3, 7);
        progress.Show();
        Assert.Equal("\r\e[KChecking \\u001b[2JApp: 3 of 7 (0 s)", terminal.ToString());
        progress.Dispose();
        progress.Show();
        Assert.EndsWith("(0 s)\r\e[K", terminal.ToString(), StringComparison.Ordinal);
        // In files there is none.
        Assert.Empty(TestProject.Run("list", _hostile.Write("Rates.cs", Hostile.Rates)).Error);
    }

    [Fact]
    public void Outside_a_repository_a_difference_of_commits_says_so()
    {
        _hostile.Write("Rates.cs", Hostile.Rates);
        foreach (var (one, other) in new[] { ("HEAD~1", "HEAD"), ("main", "feature"), ("0123abc", "4567def") })
        {
            var (code, output, error) = _hostile.Run("diff", one, other);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains("lies in no git repository", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("range", "{\"a\":1}", "without rates")]
    [InlineData("range", "using LrGen;", "no JSON")]
    [InlineData("report", "{\"a\":1}\n", "no records")]
    [InlineData("watch", "using LrGen;\n", "no records")]
    [InlineData("export", "using LrGen;\n", "no records")]
    [InlineData("merge", "using LrGen;\n", "no journal")]
    [InlineData("list", "using LrGen;\n", "no project")]
    public void Wrong_files_are_said_in_one_line(string command, string text, string expected)
    {
        string file = _hostile.Write("wrong.jsonl", text);
        var (code, _, error) = TestProject.Run([command, file, .. command == "watch" ? ["--once"] : command is "merge" or "range" ? (string[])["-o", _hostile.PathTo("out.svg")] : []]);
        Assert.Equal(2, code);
        Assert.Contains(expected, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
