using System.Diagnostics;
using LrGen.Tool.Commands;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Tool.Tests;

/// <summary>What is written where: over no input, whole or not at all, with nothing in it that controls a terminal.</summary>
public sealed partial class OutputTests : IDisposable
{
    private const string Evil = "\u001b[2J\u009b\u202eevil\nnext<b>\u2028";
    private const string Shown = "\\u001b[2J\\u009b\\u202eevil\\u000anext<b>\\u2028";

    private readonly Hostile _hostile = new();

    public void Dispose() => _hostile.Dispose();

    [Fact]
    public void No_output_takes_the_place_of_an_input()
    {
        _hostile.Write("src/Rates.cs", Hostile.Rates);
        _hostile.Write("src/.editorconfig", "root = true\n");
        using (var log = TrainingLog.Open(_hostile.PathTo("run.jsonl")))
            log.Write(0, 0.1, 1);
        string range = _hostile.Write("range.svg", """{"rates":[0.1,0.2],"losses":[3,2],"smoothed":[3,2],"suggestions":{}}""");
        Refused("run.jsonl", "report", "run.jsonl", "-o", "run.jsonl");
        Refused("run.jsonl", "report", ".", "-o", "./src/../run.jsonl");
        Refused("src/Rates.cs", "table", "src", "-o", "src/Rates.cs");
        Refused("src/Rates.cs", "table", "src/Rates.cs", "-o", "src/Rates.cs");
        Refused("src/Rates.cs", "check", "src", "-o", "src/Rates.cs");
        Refused("src/.editorconfig", "check", "src", "-o", "src/.editorconfig");
        Refused("range.svg", "range", range, "-o", range);
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_hostile.PathTo("link.html"), "run.jsonl");
        Directory.CreateSymbolicLink(_hostile.PathTo("other"), "src");
        Refused("run.jsonl", "report", "run.jsonl", "-o", "link.html");
        Refused("src/Rates.cs", "table", "src", "-o", "other/Rates.cs");
        Refused("src/Rates.cs", "table", "other", "-o", "src/Rates.cs");

        void Refused(string input, params string[] arguments)
        {
            byte[] before = File.ReadAllBytes(_hostile.PathTo(input));
            var (code, _, error) = _hostile.Run(arguments);
            Assert.True(code == 2, string.Join(' ', arguments));
            Assert.Contains("is an input", error, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(_hostile.PathTo(input)));
        }
    }

    [Fact]
    public void An_output_is_whole_or_the_one_before()
    {
        _hostile.Write("Rates.cs", Hostile.Rates);
        string before = File.ReadAllText(_hostile.Write("out.csv", "before"));
        Assert.Equal(0, _hostile.Run("table", "Rates.cs", "-o", "out.csv").Code);
        Assert.NotEqual(before, File.ReadAllText(_hostile.PathTo("out.csv")));
        Assert.Empty(Directory.GetFiles(_hostile.Folder, "*.unfinished"));
        Assert.Equal(2, _hostile.Run("table", "Rates.cs", "-o", ".").Code);
        if (!File.Exists("/dev/full"))
            return;
        foreach (string command in new[] { "table", "check" })
        {
            Assert.Equal(2, _hostile.Run(command, "Rates.cs", "-o", "/dev/full").Code);
            Assert.Equal(0, _hostile.Run(command, "Rates.cs", "-o", "/dev/null").Code);
        }

        Assert.ThrowsAny<IOException>(() => File.WriteAllText("/dev/full", "x"));
        Assert.False(File.Exists("/dev/full.unfinished"));
    }

    [Fact]
    public async Task A_pipe_with_a_name_is_written_to_and_stays_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");
        _hostile.Write("Rates.cs", Hostile.Rates);
        using (var make = Process.Start("mkfifo", _hostile.PathTo("pipe.cs")))
            await make.WaitForExitAsync();
        File.CreateSymbolicLink(_hostile.PathTo("link"), "pipe.cs");
        string expected = _hostile.Run("table", "Rates.cs").Output;
        foreach (string output in new[] { "pipe.cs", "link" })
        {
            using var reader = Process.Start(new ProcessStartInfo("cat", [_hostile.PathTo("pipe.cs")]) { RedirectStandardOutput = true })!;
            var read = reader.StandardOutput.ReadToEndAsync();
            Assert.Equal(0, _hostile.Run("table", "Rates.cs", "-o", output).Code);
            Assert.Equal(expected, await read);
        }

        // As an input there is no end to it.
        var (code, _, error) = _hostile.Run("list", "pipe.cs");
        Assert.Equal((2, true), (code, error.Contains("device or a pipe", StringComparison.Ordinal)));
        Assert.Equal(2, _hostile.Run("watch", "pipe.cs", "--once").Code);
        Assert.Equal(2, _hostile.Run("merge", "pipe.cs", "-o", "all.jsonl").Code);
    }

    [Fact]
    public void Control_characters_are_shown_in_the_terminal_and_on_the_page()
    {
        string log = _hostile.PathTo("run.jsonl");
        using (var writer = TrainingLog.Open(log, run: Evil, schedule: Evil))
        {
            for (int i = 0; i < 5; i++)
                writer.Write(i, 0.1, 1, [writer.Metric(Evil).Is(1)]);
        }

        string watched = _hostile.Run("watch", log, "--once", "--width", "200").Output;
        Assert.Equal(3, watched.Split(Shown).Length - 1);
        Assert.Contains(Shown, _hostile.Run("report", log, "-o", "report.html").Output, StringComparison.Ordinal);
        string page = File.ReadAllText(_hostile.PathTo("report.html"));
        Assert.DoesNotContain(page, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028');
        Assert.Contains(Shown.Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return;
        // Names of files and folders; a line break in one must not make a line.
        string folder = "\u001b]0;owned\u0007\n2 schedules are the same.";
        string file = _hostile.Write(folder + "/Rates.cs", Hostile.Rates.Replace("100", "-1", StringComparison.Ordinal));
        foreach (string command in new[] { "list", "check", "plot" })
        {
            var (_, output, error) = _hostile.Run(command, file);
            Assert.DoesNotContain("\n2 schedules", output + error, StringComparison.Ordinal);
        }

        Assert.Contains("\\u001b]0;owned\\u0007\\u000a2 schedules", _hostile.Run("check", file).Output, StringComparison.Ordinal);
        Assert.Contains("\\u001b", _hostile.Run("list", file + "\u001b[2J").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_controls_is_escaped()
    {
        foreach (string plain in new[] { "", "Rates.Cosine", "é 漢字 😀 → …", "a<b>&\"" })
            Assert.Equal(plain, Visible.Text(plain));
        Assert.Equal("a\nb\tc\r\nd\\u000de", Visible.Lines("a\nb\tc\r\nd\re"));
        Assert.Equal("\\ud83d x \\ude00", Visible.Text("\ud83d x \ude00"));
    }

    [Fact]
    public void A_part_that_crashes_makes_the_exit_code_2()
    {
        using var project = new TestProject(Sources.All, "<Project><PropertyGroup><NoWarn>AD0001;CS8785</NoWarn></PropertyGroup><ItemGroup><Using Include=\"LrGen\" /></ItemGroup></Project>");
        var loaded = Assert.Single(InputLoader.Load(project.Folder));
        var crashes = new List<string>();
        CheckCommand.Check(loaded, [new CrashingGenerator().AsSourceGenerator()], [new CrashingAnalyzer()], crashes);
        Assert.Contains(crashes, c => c.StartsWith("AD0001: CrashingAnalyzer crashed on App, ", StringComparison.Ordinal) && c.Contains("analyzer at work", StringComparison.Ordinal));
        Assert.Contains(crashes, c => c.StartsWith("CS8785: CrashingGenerator crashed on App, ", StringComparison.Ordinal) && c.Contains("generator at work", StringComparison.Ordinal));
        var error = new StringWriter();
        Assert.Equal(2, CheckCommand.Report([], crashes, error, DiagnosticSeverity.Warning));
        Assert.Contains("AD0001", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, CheckCommand.Report([], [], error, DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Parts_of_a_split_search_that_are_missing_are_named()
    {
        for (int i = 0; i < 6; i++)
        {
            if (i is not (2 or 5))
                Part(i);
        }

        var (code, output, _) = _hostile.Run("merge", "part-0.jsonl", "part-1.jsonl", "part-3.jsonl", "part-4.jsonl", "-o", "all.jsonl");
        Assert.Equal(1, code);
        Assert.Contains("all.jsonl: 12 trials of 4 journals, 0 repeated, 0 failed.", output, StringComparison.Ordinal);
        Assert.Contains("Missing: 6 trials of 18: ", output, StringComparison.Ordinal);
        Assert.Contains("shards 2, 5 of 6. Submit again: --array=2,5\n", output, StringComparison.Ordinal);
        Part(2);
        Part(5);
        File.AppendAllText(_hostile.PathTo("part-5.jsonl"), "{\"trial\":1");
        (code, output, string error) = _hostile.Run("merge", "all.jsonl", "part-2.jsonl", "part-5.jsonl", "part-1.jsonl", "-o", "all.jsonl");
        Assert.Equal(0, code);
        Assert.Contains("part-5.jsonl: line 4 was left out", error, StringComparison.Ordinal);
        Assert.Contains("Came more than once: trial ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing", output, StringComparison.Ordinal);
        // What is no journal is neither read nor written.
        string before = File.ReadAllText(_hostile.PathTo("all.jsonl"));
        _hostile.Write("wrong.txt", "a text");
        Assert.Equal(2, _hostile.Run("merge", "wrong.txt", "-o", "all.jsonl").Code);
        Assert.Equal(2, _hostile.Run("merge", "part-0.jsonl", "-o", "wrong.txt").Code);
        Assert.Equal((before, "a text"), (File.ReadAllText(_hostile.PathTo("all.jsonl")), File.ReadAllText(_hostile.PathTo("wrong.txt"))));

        void Part(int index) => Search.Run<Trial>(
            new SearchOptions { Trials = 18, Journal = _hostile.PathTo("part-{shard}.jsonl"), Shard = new Shard(index, 6) }, (trial, _) => trial.Rate);
    }

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate);

#pragma warning disable RS1036, RS1041, RS1042 // A generator and an analyzer of a test
    private sealed class CrashingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (_, _) => throw new InvalidOperationException("generator at work"));
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class CrashingAnalyzer : DiagnosticAnalyzer
    {
        public override System.Collections.Immutable.ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor("X1", "x", "x", "x", DiagnosticSeverity.Warning, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxTreeAction(_ => throw new InvalidOperationException("analyzer at work"));
        }
    }
}
