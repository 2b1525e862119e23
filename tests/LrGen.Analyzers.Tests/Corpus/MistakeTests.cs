using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>Every real mistake that shows in a declaration gets the rule that its row names, and no other error or warning.</summary>
public class MistakeTests
{
    public static TheoryData<string> Declared => [.. Table.Mistakes.Where(m => m["expected_rule"].Length > 0 && MistakeDeclaration.IsDeclared(m)).Select(m => m.Id)];

    [Theory, MemberData(nameof(Declared))]
    public async Task Mistake_gets_exactly_its_rule(string id)
    {
        var mistake = Table.Mistakes.Single(m => m.Id == id);
        string source = MistakeDeclaration.Source([mistake]);
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        var found = await Consumer.AnalyzeAsync(completed);
        string expected = mistake["expected_rule"];
        Assert.True(found.Any(d => d.Id == expected), source + "\n" + string.Join("\n", found));
        Assert.True(found.All(d => d.Id == expected || d.Severity < Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), source + "\n" + string.Join("\n", found));
    }
}
