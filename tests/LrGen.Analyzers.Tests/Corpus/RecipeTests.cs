using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>Published recipes, however odd, get no error and no warning.</summary>
public class RecipeTests
{
    [Fact]
    public async Task Recipes_get_no_error_and_no_warning()
    {
        string source = RecipeDeclaration.Source(Table.Recipes);
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var loud = (await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Select(d => Table.Recipes[RecipeRun.IndexOf(d)].Id + ": " + d.Id + " " + d.GetMessage());
        Assert.Empty(loud);
    }

    /// <summary>Without what a rate moves, some recipes of embeddings and linear layers look like networks; nothing else may be said.</summary>
    [Fact]
    public async Task Without_scope_only_the_rule_for_whole_networks_speaks()
    {
        var loud = await RecipeRun.LoudAsync([.. Table.Recipes.Select(r => r["m_scope"] == "finetune" ? r : r.With("m_scope", (double?)null))]);
        Assert.All(loud.SelectMany(l => l.Value), id => Assert.Equal("LRG021", id));
        Assert.InRange(loud.Count, 1, 8);
    }
}

/// <summary>Declares rows, compiles them together, and tells what is said of each.</summary>
internal static class RecipeRun
{
    /// <summary>The ids of errors and warnings by the index of the row; rows with none are left out.</summary>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> LoudAsync(IReadOnlyList<Row> recipes) =>
        await LoudAsync(RecipeDeclaration.Source(recipes));

    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> LoudAsync(string source)
    {
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        return (await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(IndexOf).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(d => d.Id).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Which row a diagnostic belongs to.</summary>
    public static int IndexOf(Diagnostic diagnostic)
    {
        Assert.True(diagnostic.Location.IsInSource, diagnostic.ToString());
        var node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan);
        string name = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.Text;
        return int.Parse(name["Recipe".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
