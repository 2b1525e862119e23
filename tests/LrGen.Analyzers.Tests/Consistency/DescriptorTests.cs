using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>What holds for all descriptors, and for all fixes.</summary>
public class DescriptorTests
{
    public static TheoryData<string> ReleasedIds => [.. Releases().Keys];

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = Descriptors.All.Select(d => d.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^LRG[0-9]{3}$", id));
    }

    [Fact]
    public void Every_problem_has_a_rule_and_every_other_rule_a_class_of_its_own() => Assert.Equal(
        Descriptors.All,
        Enum.GetValues<ScheduleProblem>().Select(Descriptors.For).Concat(CurveRule.All.Select(r => r.Descriptor)).Concat(CallSiteRule.All.Select(r => r.Descriptor))
            .Append(Descriptors.UnusableSetting).Concat(Descriptors.OfConversions).Concat(Descriptors.OfTrainers).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal));

    [Fact]
    public void Every_rule_about_curves_is_in_the_list() => Assert.Equal(
        typeof(CurveRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CurveRule))).Select(t => t.Name).Order(StringComparer.Ordinal),
        CurveRule.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_about_code_is_in_the_list() => Assert.Equal(
        typeof(CallSiteRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CallSiteRule))).Select(t => t.Name).Order(StringComparer.Ordinal),
        CallSiteRule.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Analyzers_support_all() => Assert.Equal(
        Descriptors.All,
        new ScheduleAnalyzer().SupportedDiagnostics.Concat(new SearchSpaceAnalyzer().SupportedDiagnostics).Concat(new CallSiteAnalyzer().SupportedDiagnostics).Concat(new ConversionAnalyzer().SupportedDiagnostics)
            .Concat(new TrainerAnalyzer().SupportedDiagnostics)
            .Distinct().OrderBy(d => d.Id, StringComparer.Ordinal));

    [Fact]
    public void Help_links_lead_to_the_page() =>
        Assert.All(Descriptors.All, d => Assert.EndsWith("/analyzers/rules/" + d.Id + ".md", d.HelpLinkUri));

    [Fact]
    public void Errors_without_which_there_is_no_code_and_only_they_cannot_be_configured() => Assert.All(Descriptors.All, d => Assert.Equal(
        d.DefaultSeverity == DiagnosticSeverity.Error && d.Category is "LrGen.Declaration" or "LrGen.Values" && d.DefaultSeverity == DiagnosticSeverity.Error,
        d.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void Titles_are_short_and_without_a_full_stop() => Assert.All(Descriptors.All, d =>
    {
        string title = d.Title.ToString();
        Assert.InRange(title.Length, 5, 60);
        Assert.False(title.EndsWith('.'));
        Assert.True(d.IsEnabledByDefault);
    });

    [Fact]
    public void Every_rule_is_in_the_release_files() =>
        Assert.Equal(Descriptors.All.Select(d => d.Id), Releases().Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(ReleasedIds))]
    public void Release_files_have_category_severity_and_title(string id)
    {
        var rule = Assert.Single(Descriptors.All, d => d.Id == id);
        Assert.Equal([rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString()], Releases()[id]);
    }

    [Fact]
    public void Fixes_are_for_rules_can_fix_all_and_are_exported() => Assert.All(RulePages.Fixes, fix =>
    {
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        // Some mend what the compiler says of an attribute of ours.
        Assert.All(fix.FixableDiagnosticIds, id => Assert.True(id.StartsWith("CS", StringComparison.Ordinal) || Descriptors.All.Any(d => d.Id == id), id));
        Assert.NotNull(fix.GetFixAllProvider());
        Assert.Contains(fix.GetType().GetCustomAttributes(false), a => a is ExportCodeFixProviderAttribute);
    });

    /// <summary>Hosts have their own version of the composition library; the fixes must not ask for another.</summary>
    [Fact]
    public void Fixes_do_not_reference_the_composition_library() => Assert.DoesNotContain(
        typeof(CodeFixes.MakePartialFix).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("System.Composition", StringComparison.Ordinal));

    /// <summary>Category, severity and title by id.</summary>
    private static Dictionary<string, string[]> Releases() => new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
        .SelectMany(file => File.ReadAllLines(Path.Combine(RulePages.AnalyzersFolder, "LrGen.Analyzers", file)))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 4 && cells[0].StartsWith("LRG", StringComparison.Ordinal))
        .ToDictionary(cells => cells[0], cells => cells[1..]);
}
