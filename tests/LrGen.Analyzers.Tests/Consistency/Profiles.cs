using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The ready-made severities that the package brings along, and what follows from the descriptors for them.</summary>
internal static class Profiles
{
    /// <summary>Rules whose bounds were fitted to recipes: somebody's recipe may lie outside.</summary>
    private static readonly string[] s_fitted = ["LRG021", "LRG022", "LRG025", "LRG026"];

    public static IReadOnlyList<string> Names { get; } = ["relaxed", "default", "strict"];

    public static string PathOf(string name) => Path.Combine(RulePages.AnalyzersFolder, "profiles", "LrGen." + name + ".globalconfig");

    /// <summary>The severity of a rule in a profile.</summary>
    public static DiagnosticSeverity Severity(string profile, DiagnosticDescriptor rule)
    {
        var severity = rule.DefaultSeverity;
        // A suggestion is never wrong to leave.
        if (!IsConfigurable(rule) || rule.Category == "LrGen.Suggestions")
            return severity;
        return profile switch
        {
            // What is wrong whatever the training is stays loud.
            "relaxed" => severity == DiagnosticSeverity.Warning && s_fitted.Contains(rule.Id) ? DiagnosticSeverity.Info
                : severity == DiagnosticSeverity.Error ? DiagnosticSeverity.Warning
                : severity == DiagnosticSeverity.Info ? DiagnosticSeverity.Hidden
                : severity,
            "strict" => severity == DiagnosticSeverity.Warning && !s_fitted.Contains(rule.Id) ? DiagnosticSeverity.Error
                : severity == DiagnosticSeverity.Info ? DiagnosticSeverity.Warning
                : severity == DiagnosticSeverity.Hidden ? DiagnosticSeverity.Info
                : severity,
            _ => severity,
        };
    }

    /// <summary>The file of a profile.</summary>
    public static string Text(string profile) =>
        "is_global = true\n# Below an .editorconfig and a .globalconfig of the project.\nglobal_level = -50\n\n" + string.Concat(Descriptors.All.Where(IsConfigurable)
            .Select(r => $"# {r.Title}\ndotnet_diagnostic.{r.Id}.severity = {Word(Severity(profile, r))}\n"));

    private static bool IsConfigurable(DiagnosticDescriptor rule) => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };
}
