using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>
/// Compares diagnostics with markup without a workspace: the markup's own, at its places, no other, and no error of the compiler that is
/// not marked.
/// </summary>
internal static class QuickRun
{
    /// <summary>Checks one file.</summary>
    /// <param name="markup">The file.</param>
    /// <param name="language">The C# of the project.</param>
    /// <param name="quiet">Rules that are switched off.</param>
    /// <param name="settings">What an .editorconfig says, a line each.</param>
    public static async Task VerifyAsync(string markup, LanguageVersion language, IEnumerable<string> quiet, string settings = "")
    {
        var expected = Markup.Spans(markup, out string source);
        var compilation = Consumer.Compile(source, language);
        var (completed, failures) = Consumer.Generate(compilation);
        var off = quiet.ToHashSet();
        var found = failures
            .Concat(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
            .Concat((await Consumer.AnalyzeAsync(completed, settings)).Where(d => !off.Contains(d.Id)));
        Assert.Equal(
            expected.Select(e => At(e.Id, e.Span)).Order(StringComparer.Ordinal),
            found.Select(Text).Order(StringComparer.Ordinal));

        string At(string id, TextSpan span) => id + " at " + span + " '" + source.Substring(span.Start, span.Length) + "'";

        string Text(Diagnostic diagnostic) => diagnostic.Location switch
        {
            { IsInSource: true, SourceTree: var tree, SourceSpan: var span } when tree == compilation.SyntaxTrees[0] => At(diagnostic.Id, span),
            { IsInSource: true } => diagnostic.ToString(),
            // What has no place is marked at the start.
            _ => At(diagnostic.Id, default),
        };
    }
}
