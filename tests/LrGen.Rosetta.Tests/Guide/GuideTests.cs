namespace LrGen.Rosetta.Tests.Guide;

/// <summary>The migration guide says what the sources say.</summary>
public sealed class GuideTests
{
    [Fact]
    public void Page_is_that_of_the_sources()
    {
        string page = MigrationGuide.Read();
        string expected = MigrationGuide.WithTables(page);
        if (MigrationGuide.IsUpdating && page != expected)
            File.WriteAllText(MigrationGuide.Path, expected);
        else
            Assert.True(page == expected, "samples/Rosetta/README.md is out of date; run these tests with LRGEN_UPDATE_PAGES=1.");
    }

    [Fact]
    public void Page_that_lacks_a_line_is_out_of_date()
    {
        string page = MigrationGuide.Read();
        int line = page.IndexOf("| StepLR |", StringComparison.Ordinal);
        string damaged = page.Remove(line, page.IndexOf('\n', line) + 1 - line);
        Assert.NotEqual(damaged, MigrationGuide.WithTables(damaged));
    }

    [Fact]
    public void Reads_every_declaration() => Assert.Equal(
        Declarations.Members.Select(Declarations.NameOf).Order(),
        MigrationGuide.Systems.SelectMany(system => system.Schedulers, (system, scheduler) => system.Name + "." + scheduler.Name).Order());

    [Fact]
    public void Reads_every_attribute() => Assert.All(MigrationGuide.Systems, system => Assert.All(system.Schedulers, scheduler =>
    {
        var method = Declarations.Members.Single(m => m.DeclaringType!.Name == system.Name && m.Name == scheduler.Name);
        var names = method.GetCustomAttributesData().Select(data => data.AttributeType)
            .Where(type => type.Namespace == nameof(LrGen)).Select(type => type.Name[..^"Attribute".Length]);
        string written = string.Join(' ', scheduler.Attributes);
        Assert.Equal(written.Split('[').Length - 1, scheduler.Attributes.Count + written.Split("new[]").Length - 1);
        Assert.All(names, name => Assert.Contains(name, written));
    }));

    [Fact]
    public void At_most_three_attributes_spell_a_scheduler() => Assert.Empty(
        Declarations.Methods
            .Where(method => method.GetCustomAttributesData().Count(data => data.AttributeType.Namespace == nameof(LrGen)) > 3)
            .Select(method => method.DeclaringType!.Name + "." + method.Name));

    [Fact]
    public void Every_scheduler_says_what_to_know() => Assert.All(
        MigrationGuide.Systems.SelectMany(system => system.Schedulers), scheduler => Assert.EndsWith(".", scheduler.Summary));
}
