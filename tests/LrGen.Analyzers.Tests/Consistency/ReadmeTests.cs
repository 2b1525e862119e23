using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>What the README shows as said is said.</summary>
public class ReadmeTests
{
    private const string Fence = "```csharp\n";

    [Fact]
    public async Task Comments_of_the_example_are_what_the_analyzers_say()
    {
        string readme = RulePages.Read(Path.Combine(RulePages.AnalyzersFolder, "..", "README.md"));
        int section = readme.IndexOf("## What it tells you", StringComparison.Ordinal), start = readme.IndexOf(Fence, section, StringComparison.Ordinal) + Fence.Length;
        string source = "using LrGen;\n" + readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
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
