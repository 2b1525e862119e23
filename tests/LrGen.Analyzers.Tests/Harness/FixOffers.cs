using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>The fixes that a person is offered, without applying them.</summary>
internal static class FixOffers
{
    /// <summary>The fixes that a provider offers for all diagnostics of a source, errors of the compiler included.</summary>
    public static async Task<IReadOnlyList<CodeAction>> ForAsync(
        CodeFixProvider provider, string source, LanguageVersion language = LanguageVersion.Latest)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(language))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .AddMetadataReferences(Consumer.ReferencesFor(source));
        var document = project.AddDocument("Source.cs", source);
        var compilation = await document.Project.GetCompilationAsync();

        var offers = new List<CodeAction>();
        var (completed, _) = Consumer.Generate((CSharpCompilation)compilation!);
        foreach (var diagnostic in (await Consumer.AnalyzeAsync(completed)).AddRange(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)))
        {
            if (provider.FixableDiagnosticIds.Contains(diagnostic.Id))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (offer, _) => offers.Add(offer), default));
        }

        return offers;
    }

    /// <summary>Their titles.</summary>
    public static async Task<IEnumerable<string>> TitlesAsync(
        CodeFixProvider provider, string source, LanguageVersion language = LanguageVersion.Latest) =>
        (await ForAsync(provider, source, language)).Select(o => o.Title);
}
