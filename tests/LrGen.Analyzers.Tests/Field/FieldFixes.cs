using LrGen.Analyzers.Tests.Consistency;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Field;

/// <summary>What a fix makes of a source, and what the README says of all of them.</summary>
internal static class FieldFixes
{
    /// <summary>Checks numbers in the README.</summary>
    public static void AssertReadmeSays(string numbers) => Assert.Contains(
        numbers, File.ReadAllText(Path.Combine(RulePages.AnalyzersFolder, "..", "README.md")).ReplaceLineEndings(" "), StringComparison.Ordinal);

    /// <summary>The source after the fix of the first diagnostic of a rule.</summary>
    public static async Task<string> FixAsync(string source, string rule, CodeFixProvider provider)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Consumer", LanguageNames.CSharp).WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .AddMetadataReferences(Consumer.ReferencesFor(source)).AddDocument("Source.cs", source);
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var diagnostic = (await Consumer.AnalyzeAsync(compilation)).Where(d => d.Id == rule).OrderBy(d => d.Location.SourceSpan.Start).First();
        var offers = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (offer, _) => offers.Add(offer), default));
        var operations = await Assert.Single(offers).GetOperationsAsync(default);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
