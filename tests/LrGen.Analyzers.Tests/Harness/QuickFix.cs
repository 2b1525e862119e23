using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>Applies a fix to one diagnostic after the other, as long as it is offered, and checks the file that comes out.</summary>
internal static class QuickFix
{
    private const int MostFixes = 20;

    /// <summary>Checks one file.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="markup">The file with its mistakes marked.</param>
    /// <param name="expected">The file afterwards, with what is still wrong marked.</param>
    /// <param name="quiet">Rules that are switched off.</param>
    public static async Task VerifyAsync(CodeFixProvider fix, string markup, string expected, IReadOnlyCollection<string> quiet)
    {
        await QuickRun.VerifyAsync(markup, LanguageVersion.Latest, quiet);
        string source = Markup.Strip(markup);
        for (int i = 0; i < MostFixes && await ApplyFirstAsync(fix, source, quiet) is { } changed; i++)
            source = changed;
        Assert.Equal(Markup.Strip(expected), source, ignoreLineEndingDifferences: true);
        await QuickRun.VerifyAsync(expected, LanguageVersion.Latest, quiet);
    }

    /// <summary>The file after the first fix that is offered; null where none is.</summary>
    private static async Task<string?> ApplyFirstAsync(CodeFixProvider fix, string source, IReadOnlyCollection<string> quiet)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(Consumer.Empty(source).Options)
            .AddMetadataReferences(Consumer.ReferencesFor(source));
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        foreach (var generated in completed.SyntaxTrees.Skip(1))
            project = project.AddDocument(generated.FilePath, generated.GetRoot(), filePath: generated.FilePath).Project;
        var document = project.AddDocument("Source.cs", source);
        var found = await Consumer.AnalyzeAsync((await document.Project.GetCompilationAsync())!);
        foreach (var diagnostic in found.Where(d => fix.FixableDiagnosticIds.Contains(d.Id) && !quiet.Contains(d.Id)).OrderBy(d => d.Location.SourceSpan.Start))
        {
            CodeAction? offer = null;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offer ??= action, default));
            if (offer is null)
                continue;
            var changes = (await offer.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
            return (await changes.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
        }

        return null;
    }
}
