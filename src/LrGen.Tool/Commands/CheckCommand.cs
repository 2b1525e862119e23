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
        var findings = projects.SelectMany(Check)
            .DistinctBy(d => (d.Id, d.Location.GetLineSpan().Path, d.Location.SourceSpan, d.GetMessage(CultureInfo.InvariantCulture)))
            .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)
            .ToList();
        string text = result.GetValue(_format) == "sarif" ? Sarif.Write(findings, Directory.GetCurrentDirectory()) : Text(findings);
        if (result.GetValue(_output) is { } file)
            File.WriteAllText(file, text);
        else
            output.Write(text);
        var least = result.GetValue(_severity) switch
        {
            "info" => DiagnosticSeverity.Info,
            "error" => DiagnosticSeverity.Error,
            _ => DiagnosticSeverity.Warning,
        };
        return findings.Any(d => d.Severity >= least) ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>What the analyzers say of a project whose declarations are completed, and what the compiler says of attributes.</summary>
    internal static IReadOnlyList<Diagnostic> Check(LoadedProject project)
    {
        var parse = (CSharpParseOptions?)project.Compilation.SyntaxTrees.FirstOrDefault()?.Options;
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(project.Compilation, out var completed, out _);
        ImmutableArray<DiagnosticAnalyzer> analyzers = project.Assembly is null
            ? [new ScheduleAnalyzer(), new CallSiteAnalyzer(), new ConversionAnalyzer(), new TrainerAnalyzer()]
            // An assembly gives its declarations, not its code.
            : [new ScheduleAnalyzer()];
        var found = completed.WithAnalyzers(analyzers, project.Options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. found.Concat(OfAttributes(project)).Where(IsWanted)];

        bool IsWanted(Diagnostic finding) => finding.Severity > DiagnosticSeverity.Hidden && !finding.IsSuppressed
            && (project.OnlyFile is null || finding.Location.GetLineSpan().Path == project.OnlyFile);
    }

    private static IEnumerable<Diagnostic> OfAttributes(LoadedProject project) => ScheduleReader.Targets(project)
        .Select(AttributeNames.On).Where(a => !a.All(AttributeNames.Compiles)).SelectMany(a => ScheduleReader.OfCompiler(a, project.Compilation));

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
