using System.Text.RegularExpressions;

namespace LrGen.Rosetta.Tests.Guide;

/// <summary>The table of hyperparameters names rules and properties that exist, and leaves none out.</summary>
public sealed partial class OptimizerTableTests
{
    private static readonly IReadOnlyList<Type> s_rules =
        [.. typeof(UpdateRuleAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(UpdateRuleAttribute)))];

    /// <summary>Options that no other system has, or that each calls otherwise.</summary>
    private static readonly string[] s_own = ["CheckGradients", "GradientAveraging", "TrustClip", "AlwaysAdapt", "Epsilon", "TypeId"];

    [Fact]
    public void Names_properties_of_the_rules() => Assert.All(Named(MigrationGuide.Read()), pair =>
        Assert.NotNull(pair.Rule.GetProperty(pair.Property)));

    [Fact]
    public void Leaves_no_property_out()
    {
        var named = Named(MigrationGuide.Read()).Select(p => (p.Rule, p.Property)).ToHashSet();
        var missing = s_rules.SelectMany(r => r.GetProperties().Select(p => (Rule: r, p.Name))).Where(p => !named.Contains(p) && !s_own.Contains(p.Name));
        Assert.Empty(missing.Select(p => p.Rule.Name + "." + p.Name));
    }

    [Fact]
    public void Would_see_a_name_that_is_none() => Assert.Contains(
        Named(MigrationGuide.Read().Replace("`RateDecay`", "`LrDecay`", StringComparison.Ordinal)), pair => pair.Rule.GetProperty(pair.Property) is null);

    private static IEnumerable<(Type Rule, string Property)> Named(string page)
    {
        var rows = page.Split('\n').SkipWhile(l => l != "## Optimizers").TakeWhile(l => !l.StartsWith("<!--", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(l => l.Split('|'));
        foreach (string[] cells in rows)
        {
            var rules = cells[2].Trim() == "all" ? s_rules : [.. Rules().Matches(cells[2]).Select(m => s_rules.Single(r => r.Name == m.Groups[1].Value + "Attribute"))];
            foreach (var rule in rules)
            {
                foreach (Match property in Properties().Matches(cells[3]))
                    yield return (rule, property.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex(@"`\[(\w+)\]`")]
    private static partial Regex Rules();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Properties();
}
