using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LrGen.Analyzers;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Generator;
using LrGen.Generator.Declarations;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using LrGen.Tool.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Tool.Commands;

using ParseResult = System.CommandLine.ParseResult;

/// <summary>Runs the analyzers without a build.</summary>
internal sealed class CheckCommand : ToolCommand
{
    /// <summary>The compiler's id for an analyzer that threw an exception.</summary>
    private const string AnalyzerCrash = "AD0001";

    private static readonly (string Word, Ink Ink)[] s_inks =
        [(": error LRG", Ink.Red), (": warning LRG", Ink.Yellow), (": info LRG", Ink.Cyan), (": error CS", Ink.Red)];

    private readonly Argument<string[]> _paths;
    private readonly Option<string> _severity;
    private readonly Option<string> _format;
    private readonly Option<string?> _output;

    public CheckCommand()
        : base("check", "Runs LrGen's analyzers without a build, with the severities of the project's .editorconfig files.")
    {
        _paths = With(new Argument<string[]>("path")
        {
            Description = "A project, a folder, a .cs file or a built DLL. Default: the current folder.",
            DefaultValueFactory = static _ => ["."],
        });
        _severity = With(new Option<string>("--severity")
        {
            Description = "Findings of this severity and above make the exit code 1: info, warning or error.",
            DefaultValueFactory = static _ => "warning",
        });
        _severity.AcceptOnlyFromAmong("info", "warning", "error");
        _format = With(new Option<string>("--format", "-f") { Description = "text or sarif.", DefaultValueFactory = static _ => "text" });
        _format.AcceptOnlyFromAmong("text", "sarif");
        _output = With(new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string[] paths = result.GetValue(_paths) is { Length: > 0 } given ? given : ["."];
        var projects = paths.SelectMany(InputLoader.Load).ToList();
        foreach (var project in projects.Where(p => !p.IsRestored))
            error.WriteLine(project.Name + " was never restored, so the types of its packages are not known here; run 'dotnet restore' first.");
        var crashes = new List<string>();
        using var progress = Progress.Begin(error, "Checking");
        var findings = projects.SelectMany((p, i) =>
            {
                progress.Report("Checking " + p.Name, projects.Count > 1 ? i + 1 : 0, projects.Count > 1 ? projects.Count : 0);
                return Check(p, crashes);
            })
            .DistinctBy(d => (d.Id, d.Location.GetLineSpan().Path, d.Location.SourceSpan, d.GetMessage(CultureInfo.InvariantCulture)))
            .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)
            .ToList();
        progress.Dispose();
        string text = result.GetValue(_format) == "sarif" ? Sarif.Write(findings, Directory.GetCurrentDirectory()) : Text(findings);
        if (result.GetValue(_output) is { } file)
            OutputFile.Write(file, text);
        else if (result.GetValue(_format) == "sarif")
            output.Write(text);
        else
            WriteColoured(text, output);
        var least = result.GetValue(_severity) switch
        {
            "info" => DiagnosticSeverity.Info,
            "error" => DiagnosticSeverity.Error,
            _ => DiagnosticSeverity.Warning,
        };
        return Report(findings, crashes, error, least);
    }

    /// <summary>Lines of findings, with their severities in colours.</summary>
    private static void WriteColoured(string text, TextWriter output)
    {
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (at, word, ink) = s_inks.Select(s => (At: line.IndexOf(s.Word, StringComparison.Ordinal), s.Word, s.Ink))
                .Where(f => f.At >= 0).OrderBy(f => f.At).FirstOrDefault((-1, string.Empty, Ink.Bold));
            if (at >= 0)
            {
                output.Write(line[..(at + 2)]);
                ink.Write(output, word[2..]);
            }

            output.Write(at < 0 ? line : line[(at + word.Length)..]);
            output.Write("\n");
        }
    }

    /// <summary>The exit code, after crashes were said.</summary>
    internal static int Report(IReadOnlyList<Diagnostic> findings, IReadOnlyList<string> crashes, TextWriter error, DiagnosticSeverity least)
    {
        // What crashed has not been checked: that there are no findings would then mean nothing.
        foreach (string crash in crashes.Distinct())
            error.WriteLine(Visible.Text(crash));
        if (crashes.Count > 0 || findings.Any(d => d.Id == InternalFailure.Id))
            return ExitCode.Failure;
        return findings.Any(d => d.Severity >= least) ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>What the analyzers say of a project whose declarations are completed, and what the compiler says of attributes.</summary>
    private static IReadOnlyList<Diagnostic> Check(LoadedProject project, List<string> crashes) => Check(
        project, [new ScheduleGenerator().AsSourceGenerator()],
        project.Assembly is null ? [new ScheduleAnalyzer(), new SearchSpaceAnalyzer(), new CallSiteAnalyzer(), new ConversionAnalyzer(), new TrainerAnalyzer()]
            // An assembly gives its declarations, not its code.
            : [new ScheduleAnalyzer()],
        crashes);

    /// <summary>The same with parts that are given.</summary>
    /// <param name="project">What is checked.</param>
    /// <param name="generators">Complete the declarations.</param>
    /// <param name="analyzers">Find something.</param>
    /// <param name="crashes">Gets a line for each part that threw an exception.</param>
    internal static IReadOnlyList<Diagnostic> Check(
        LoadedProject project, IEnumerable<ISourceGenerator> generators, ImmutableArray<DiagnosticAnalyzer> analyzers, List<string> crashes)
    {
        var parse = (CSharpParseOptions?)project.Compilation.SyntaxTrees.FirstOrDefault()?.Options;
        var driver = CSharpGeneratorDriver.Create(generators, parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(project.Compilation, out var completed, out _);
        // CS8784 and CS8785 of the compiler, whatever the project makes of warnings.
        foreach (var failed in driver.GetRunResult().Results.Where(r => r.Exception is not null))
            crashes.Add(Crash("CS8785", failed.Generator.GetGeneratorType().Name, failed.Exception!, project));
        var options = new CompilationWithAnalyzersOptions(
            project.Options,
            (exception, analyzer, _) =>
            {
                lock (crashes)
                    crashes.Add(Crash(AnalyzerCrash, analyzer.GetType().Name, exception, project));
            },
            concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        // The compiler tells nobody of a crash that the project has switched off.
        completed = completed.WithOptions(completed.Options.WithSpecificDiagnosticOptions(completed.Options.SpecificDiagnosticOptions.Remove(AnalyzerCrash)));
        var found = completed.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. found.Concat(OfAttributes(project)).Where(IsWanted)];

        bool IsWanted(Diagnostic finding) => finding.Id != AnalyzerCrash && finding.Severity > DiagnosticSeverity.Hidden && !finding.IsSuppressed
            && (project.OnlyFile is null || finding.Location.GetLineSpan().Path == project.OnlyFile);
    }

    private static string Crash(string id, string part, Exception exception, LoadedProject project) => id + ": " + part + " crashed on " + project.Name
        + ", which is a mistake of LrGen: " + exception.GetType().Name + ": " + exception.Message + " What it did not look at is unchecked.";

    private static IEnumerable<Diagnostic> OfAttributes(LoadedProject project) => ScheduleReader.Targets(project)
        .Where(t => !AttributeNames.On(t).All(a => AttributeNames.Compiles(a) && AttributeNames.IsMeantFor(a, t)))
        .SelectMany(t => ScheduleReader.OfCompiler(AttributeNames.On(t), project.Compilation));

    /// <summary>A line for each, in the form that compilers have and editors know.</summary>
    private static string Text(IReadOnlyList<Diagnostic> findings)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var finding in findings)
        {
            var span = finding.Location.GetLineSpan();
            string place = Place.IsInAssembly(finding) ? ": " + Place.Member(finding)
                : "(" + (span.StartLinePosition.Line + 1) + "," + (span.StartLinePosition.Character + 1) + ")";
            text.WriteLine(Place.Short(span.Path) + place + ": "
                + finding.Severity.ToString().ToLowerInvariant() + " " + finding.Id + ": " + finding.GetMessage(CultureInfo.InvariantCulture));
        }

        text.WriteLine(Count(DiagnosticSeverity.Error, "error") + ", " + Count(DiagnosticSeverity.Warning, "warning") + ", "
            + Count(DiagnosticSeverity.Info, "suggestion"));
        return text.ToString();

        string Count(DiagnosticSeverity severity, string word) =>
            findings.Count(f => f.Severity == severity) is var count && count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
