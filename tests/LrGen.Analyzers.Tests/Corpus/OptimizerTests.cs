using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>The rows of the corpus as optimizers: an update rule says what [Training] says of the optimizer elsewhere.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Declared => [.. Table.Mistakes
        .Where(m => m["expected_rule"].Length > 0 && MistakeDeclaration.IsDeclared(m) && m["c_steptype"].Length == 0 && OptimizerDeclaration.IsOptimizer(m, "c_kind"))
        .Select(m => m.Id)];

    private static IReadOnlyList<Row> Recipes { get; } = [.. Table.Recipes.Where(r => OptimizerDeclaration.IsOptimizer(r, "m_kind"))];

    [Fact]
    public async Task Recipes_get_no_error_and_no_warning()
    {
        Assert.NotEmpty(Recipes);
        string source = Source(Recipes.Select((r, i) => RecipeDeclaration.WriteOptimizer(r, "Recipe" + i)));
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var loud = (await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Select(d => Recipes[RecipeRun.IndexOf(d)].Id + ": " + d.Id + " " + d.GetMessage());
        Assert.Empty(loud);
    }

    /// <summary>Who takes what papers call Adam for the Adam of LrGen, and PyTorch, is told so.</summary>
    [Fact]
    public async Task Weight_decay_of_a_decoupled_Adam_is_found_in_another()
    {
        var decayed = Recipes.Where(r => OptimizerDeclaration.Rule(r)!.StartsWith("AdamW(", StringComparison.Ordinal) && RecipeDeclaration.Parse(r["weight_decay"]) >= 0.01).ToList();
        Assert.NotEmpty(decayed);
        var loud = await RecipeRun.LoudAsync(Source(decayed.Select((r, i) =>
            RecipeDeclaration.WriteOptimizer(r, "Recipe" + i).Replace("[AdamW(", "[Adam(", StringComparison.Ordinal))));
        Assert.Equal(Enumerable.Range(0, decayed.Count), loud.Keys.Order());
        Assert.All(loud.Values, ids => Assert.Equal(["LRG026"], ids));
    }

    [Theory, MemberData(nameof(Declared))]
    public async Task Mistake_gets_exactly_its_rule(string id)
    {
        var mistake = Table.Mistakes.Single(m => m.Id == id);
        string source = Source([MistakeDeclaration.WriteOptimizer(mistake, "Recipe0")]);
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        var found = await Consumer.AnalyzeAsync(completed);
        string expected = mistake["expected_rule"];
        Assert.True(found.Any(d => d.Id == expected), source + "\n" + string.Join("\n", found));
        Assert.True(found.All(d => d.Id == expected || d.Severity < DiagnosticSeverity.Warning), source + "\n" + string.Join("\n", found));
    }

    private static string Source(IEnumerable<string> declarations) => "using LrGen;\n\n" + string.Concat(declarations);
}
