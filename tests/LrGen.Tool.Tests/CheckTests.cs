using System.Text.Json;

namespace LrGen.Tool.Tests;

public sealed class CheckTests
{
    private const string Suspicious =
        """
        static partial class Rates
        {
            [StepDecay(0.1, every: 10, factor: 1.5)]
            public static partial double Grows(long step);
        }
        """;

    [Theory]
    [InlineData(Sources.All, "warning", 0)]
    [InlineData(Suspicious, "warning", 1)]
    [InlineData(Suspicious, "error", 0)]
    [InlineData(Sources.WithError, "error", 1)]
    public void The_exit_code_follows_the_severity(string source, string severity, int expected)
    {
        using var project = new TestProject(source);
        var (code, output, _) = TestProject.Run("check", project.Folder, "--severity", severity);
        Assert.True(code == expected, output);
    }

    [Fact]
    public void Findings_are_those_of_a_build_with_the_settings_of_the_project()
    {
        using var project = new TestProject(Sources.WithError);
        string output = TestProject.Run("check", project.Folder).Output;
        Assert.Contains("Rates.cs(6,18): error LRG010: ", output, StringComparison.Ordinal);
        Assert.Contains("Rates.cs(9,18): error CS0103: ", output, StringComparison.Ordinal);

        project.Write("Rates.cs", Suspicious);
        Assert.Contains("warning LRG030", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LRG030.severity = error\n");
        Assert.Contains("error LRG030", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LRG030.severity = none\nlrgen.optimiser = adam\n");
        output = TestProject.Run("check", project.Folder).Output;
        Assert.DoesNotContain("LRG030", output, StringComparison.Ordinal);
        Assert.Contains("LRG090", output, StringComparison.Ordinal);
        project.Write("Rates.cs", "#pragma warning disable LRG030\n" + Suspicious);
        project.Write(".editorconfig", "root = true\n");
        Assert.DoesNotContain("LRG030", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_the_project_holds()
    {
        using var project = new TestProject("using LrGen;\n" + Suspicious,
            "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework><LrGenProfile>strict</LrGenProfile></PropertyGroup></Project>");
        Assert.Contains("error LRG030", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
        project.Write("App.csproj", "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework><LrGenProfile>loud</LrGenProfile></PropertyGroup></Project>");
        Assert.Equal(2, TestProject.Run("check", project.Folder).Code);
    }

    [Fact]
    public void A_project_that_was_never_restored_is_said_to_be_one()
    {
        using var project = new TestProject("using LrGen;\n" + Suspicious,
            "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include=\"LrGen\" /></ItemGroup></Project>");
        Assert.Contains("App was never restored", TestProject.Run("check", project.Folder).Error, StringComparison.Ordinal);
        project.Write(
            "obj/project.assets.json",
            """
            {
              "targets": { "net8.0": { "A/1.0": { "type": "package", "compile": { "lib/A.dll": {} } } } },
              "libraries": { "A/1.0": { "path": "a/1.0" } },
              "packageFolders": { "/nowhere/": {} }
            }
            """);
        Assert.Empty(TestProject.Run("check", project.Folder).Error);
        project.Write("obj/project.assets.json", "{ cut off");
        Assert.Contains("LRG030", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_is_checked_and_findings_name_its_declarations()
    {
        using var project = new TestProject(Suspicious);
        string output = TestProject.Run("check", project.Build()).Output;
        Assert.Contains("App.dll: Rates.Grows: warning LRG030", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(TestProject.Run("check", project.Build(), "-f", "sarif").Output);
        var place = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        Assert.False(place.GetProperty("physicalLocation").TryGetProperty("region", out _));
        Assert.Equal("Rates.Grows", place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public void Code_is_checked_with_the_generated_parts_in_place()
    {
        using var project = new TestProject(
            """
            public static class Loop
            {
                public static double Run(int epochs)
                {
                    double sum = 0;
                    for (int step = 0; step < epochs; step++)
                        sum += new OfEpochs().At(step);
                    return sum;
                }
            }

            [Training(Counts = Unit.Epochs), StepDecay(0.1, 30, 0.1)]
            public readonly partial struct OfEpochs;
            """);
        Assert.Contains("LRG070", TestProject.Run("check", project.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_what_the_standard_asks_for()
    {
        using var project = new TestProject(Sources.WithError);
        string file = project.PathTo("findings.sarif");
        Assert.Equal(1, TestProject.Run("check", project.Folder, "--format", "sarif", "-o", file).Code);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("lrgen", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.True(results.Count >= 2);
        foreach (var result in results)
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.EndsWith("Rates.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        }
    }

    [Fact]
    public void Rules_are_explained()
    {
        Assert.StartsWith("# LRG040", TestProject.Run("explain", "LRG040").Output, StringComparison.Ordinal);
        Assert.StartsWith("# LRG040", TestProject.Run("explain", "40").Output, StringComparison.Ordinal);
        foreach (var rule in Analyzers.Rules.Descriptors.All)
            Assert.StartsWith("# " + rule.Id, TestProject.Run("explain", rule.Id).Output, StringComparison.Ordinal);
        Assert.Equal(2, TestProject.Run("explain", "LRG999").Code);
        Assert.Contains("LRG101", TestProject.Run("explain").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_help_says_the_exit_codes()
    {
        foreach (string command in new[] { "plot", "table", "check", "list", "explain", "diff" })
            Assert.Contains("Exit codes: 0", TestProject.Run(command, "--help").Output, StringComparison.Ordinal);
    }
}
