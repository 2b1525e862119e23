using System.Reflection;
using LrGen.Analyzers.Rules;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The pages in analyzers/rules, and what of them follows from the descriptors.</summary>
internal static class RulePages
{
    private const string IndexHead = "| id | title | severity | relaxed | strict | category | fix |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    private const string FactsHead = "| severity | category | configurable | fix |\n| --- | --- | --- | --- |\n";

    /// <summary>Whether this run writes the pages instead of checking them.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("LRGEN_UPDATE_PAGES") == "1";

    public static string AnalyzersFolder { get; } = typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == nameof(AnalyzersFolder)).Value!;

    public static string IndexPath => Path.Combine(AnalyzersFolder, "rules", "README.md");

    /// <summary>The ids of the rules that have a page.</summary>
    public static IEnumerable<string> Ids => Directory.GetFiles(Path.Combine(AnalyzersFolder, "rules"), "LRG*.md")
        .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    /// <summary>The fixes, as the compiler host would create them.</summary>
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = [.. typeof(MakePartialFix).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t))
        .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    public static string PathOf(string id) => Path.Combine(AnalyzersFolder, "rules", id + ".md");

    public static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    /// <summary>A page with its heading and its table of facts as they should be.</summary>
    public static string WithFacts(string page, DiagnosticDescriptor rule)
    {
        string severity = rule.DefaultSeverity.ToString();
        string configurable = rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? "no" : "yes";
        string facts = $"# {rule.Id}: {rule.Title}\n\n{FactsHead}| {severity} | {rule.Category} | {configurable} | {HasFix(rule)} |\n";
        int rest = page.IndexOf("\n\n## ", StringComparison.Ordinal);
        Assert.True(rest > 0, rule.Id + ".md has no section.");
        return facts + page[(rest + 1)..];
    }

    /// <summary>The index with its table as it should be.</summary>
    public static string WithTable(string index)
    {
        string rows = string.Concat(Descriptors.All.Select(r =>
            $"| [{r.Id}]({r.Id}.md) | {r.Title} | {r.DefaultSeverity} | {Profiles.Severity("relaxed", r)} | {Profiles.Severity("strict", r)} | {r.Category} | {HasFix(r)} |\n"));
        int table = index.IndexOf(IndexHead, StringComparison.Ordinal);
        Assert.True(table > 0, "README.md has no table with these columns:\n" + IndexHead);
        int rest = index.IndexOf("\n\n", table, StringComparison.Ordinal);
        return index[..table] + IndexHead + rows + (rest < 0 ? string.Empty : index[(rest + 1)..]);
    }

    /// <summary>The first block of C# in a section of a page.</summary>
    public static string Code(string page, string section)
    {
        int start = page.IndexOf("\n## " + section + "\n", StringComparison.Ordinal);
        Assert.True(start > 0, "There is no section '" + section + "'.");
        const string Fence = "```csharp\n";
        int code = page.IndexOf(Fence, start, StringComparison.Ordinal) + Fence.Length;
        Assert.True(code > Fence.Length, "There is no code in the section '" + section + "'.");
        return page[code..page.IndexOf("```", code, StringComparison.Ordinal)];
    }

    /// <summary>The settings in a section of a page; empty where it has none.</summary>
    public static string Settings(string page, string section)
    {
        int start = page.IndexOf("\n## " + section + "\n", StringComparison.Ordinal), end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        const string Fence = "```ini\n";
        int settings = page.IndexOf(Fence, start, end - start, StringComparison.Ordinal);
        return settings < 0 ? string.Empty : page[(settings + Fence.Length)..page.IndexOf("```", settings + Fence.Length, StringComparison.Ordinal)];
    }

    private static string HasFix(DiagnosticDescriptor rule) => Fixes.Any(f => f.FixableDiagnosticIds.Contains(rule.Id)) ? "yes" : "no";
}
