using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>What the README and the reference show compiles, and what they show as said is said.</summary>
public class ReadmeTests
{
    private const string Marker = "<!-- example: diagnostics -->\n```csharp\n";

    public static TheoryData<string, int> Examples =>
        [.. MarkdownExamples.Documents.SelectMany(d => MarkdownExamples.Of(d).Select(e => new TheoryDataRow<string, int>(d, e.Line)))];

    /// <summary>Each example is a whole file of a new console project; one without statements stands beside a program of its own.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_in_a_new_console_project(string document, int line)
    {
        string source = MarkdownExamples.Of(document).Single(e => e.Line == line).Source;
        var (completed, failures) = Consumer.Generate(Consumer.CompileProgram(source));
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        // One example is there for its warnings; an error of LrGen's is a mistake of the example.
        Assert.Empty((await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }

    [Fact]
    public void The_reference_has_examples() => Assert.True(Examples.Count > 15, $"Only {Examples.Count} examples were found.");

    [Fact]
    public void A_broken_example_is_found()
    {
        var completed = Consumer.Generate(Consumer.CompileProgram("var rate = Rates.Cnn(0);")).Completed;
        Assert.Contains(completed.GetDiagnostics(), d => d.Id == "CS0103");
    }

    [Fact]
    public async Task Comments_of_the_example_are_what_the_analyzers_say()
    {
        string readme = MarkdownExamples.Read("README.md");
        int start = readme.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        Assert.True(start >= Marker.Length, $"The README lacks {Marker}");
        string source = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        var said = await Consumer.AnalyzeAsync(Consumer.Generate(Consumer.Compile(source)).Completed);
        var lines = source.Split('\n');
        var shown = lines.Select((text, line) => (Line: line, Parts: text.Split("// LRG"))).Where(l => l.Parts.Length == 2)
            .Select(l => (l.Line, Id: "LRG" + l.Parts[1][..3], Text: l.Parts[1][5..].Trim())).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(
            shown.Select(s => (s.Line, s.Id)),
            said.Where(d => d.Severity >= DiagnosticSeverity.Info).Select(d => (d.Location.GetLineSpan().StartLinePosition.Line, d.Id)).Order());
        Assert.All(shown, s => Assert.Contains(s.Text, said.Single(d => d.Id == s.Id).GetMessage(), StringComparison.Ordinal));
    }
}
