using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>Every rule has a page that says what the rule does.</summary>
public class RulePageTests
{
    private const string HowToUpdate = "is out of date; run the tests with LRGEN_UPDATE_PAGES=1";

    private static readonly string[] s_sections = ["Cause", "Why it matters", "Example", "How to fix", "When to suppress"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    /// <summary>The rules that code can break: not that LrGen must not fail.</summary>
    public static TheoryData<string> IdsWithExample => [.. Descriptors.All.Select(d => d.Id).Where(id => id != RuleIds.InternalFailure)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(Descriptors.All.Select(d => d.Id), RulePages.Ids);

    [Theory, MemberData(nameof(Ids))]
    public void Heading_and_facts_are_those_of_the_descriptor(string id)
    {
        string page = RulePages.Read(RulePages.PathOf(id));
        AssertCurrent(RulePages.PathOf(id), page, RulePages.WithFacts(page, Rule(id)));
    }

    [Fact]
    public void Index_is_that_of_the_descriptors()
    {
        string index = RulePages.Read(RulePages.IndexPath);
        AssertCurrent(RulePages.IndexPath, index, RulePages.WithTable(index));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Sections_are_complete(string id)
    {
        string page = RulePages.Read(RulePages.PathOf(id));
        Assert.Equal(s_sections, page.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]));
        // Code that uses a schedule takes more lines to show than a declaration.
        Assert.InRange(page.Split('\n').Length, 20, Rule(id).Category is "LrGen.Usage" or "LrGen.Suggestions" ? 90 : 60);
        bool isConfigurable = !Rule(id).CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
        Assert.Equal(isConfigurable, page.Contains("dotnet_diagnostic." + id + ".severity", StringComparison.Ordinal));
        Assert.Equal(!isConfigurable, page.Contains("cannot be configured", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(IdsWithExample))]
    public async Task Example_breaks_this_rule_and_no_other(string id)
    {
        string example = RulePages.Code(RulePages.Read(RulePages.PathOf(id)), "Example");
        var (completed, _) = Consumer.Generate(Consumer.Compile("using LrGen;\n" + example));
        string settings = RulePages.Settings(RulePages.Read(RulePages.PathOf(id)), "Example");
        Assert.Equal([id], (await Consumer.AnalyzeAsync(completed, settings)).Select(d => d.Id).Except(AnalyzerRun.Quiet(id)));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Fixed_example_compiles_and_breaks_no_rule(string id)
    {
        string example = RulePages.Code(RulePages.Read(RulePages.PathOf(id)), "How to fix");
        var (completed, _) = Consumer.Generate(Consumer.Compile("using LrGen;\n" + example));
        string settings = RulePages.Settings(RulePages.Read(RulePages.PathOf(id)), "How to fix");
        Assert.Empty((await Consumer.AnalyzeAsync(completed, settings)).Select(d => d.Id).Except(AnalyzerRun.Quiet(id)));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private static DiagnosticDescriptor Rule(string id) => Descriptors.All.Single(d => d.Id == id);

    private static void AssertCurrent(string path, string actual, string expected)
    {
        if (RulePages.IsUpdating && actual != expected)
            File.WriteAllText(path, expected);
        else if (actual != expected)
            Assert.Fail(Path.GetFileName(path) + " " + HowToUpdate + ". Expected:\n" + expected);
    }
}
