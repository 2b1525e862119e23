using LrGen.Tool.Schedules;

namespace LrGen.Tool.Tests;

public sealed class InputTests
{
    [Fact]
    public void A_folder_a_project_a_file_and_an_assembly_have_the_same_schedules()
    {
        using var project = new TestProject(Sources.All);
        string[] inputs = [project.Folder, project.PathTo("App.csproj"), project.PathTo("Rates.cs"), project.Build()];
        string[] values = ["warmupSteps=10", "cosineDecaySteps=100", "Decay.every=7"];
        var all = inputs.Select(i => Selection.Read([i], new RuntimeValues(values))).ToList();
        Assert.Equal(12, all[0].Count);
        foreach (var other in all.Skip(1))
        {
            Assert.Equal(all[0].Select(s => s.Name), other.Select(s => s.Name));
            foreach (var (expected, actual) in all[0].Zip(other))
            {
                Assert.Equal(expected.Hindrance, actual.Hindrance);
                Assert.Equal(expected.Curves.Select(c => c.Quantity), actual.Curves.Select(c => c.Quantity));
                foreach (var (a, b) in expected.Curves.Zip(actual.Curves))
                    Assert.True(Difference.Of(a, b, 1_100, 0).IsNone, expected.Name);
            }
        }
    }

    [Fact]
    public void Values_of_run_time_are_listed_until_they_are_given()
    {
        using var project = new TestProject(Sources.All);
        Assert.Equal(["warmupSteps", "cosineDecaySteps"], project.Schedule("Rates.Open").Needs);
        Assert.Equal(["cosineDecaySteps"], project.Schedule("Rates.Open", "warmupSteps=10").Needs);
        var open = project.Schedule("Rates.Open", "Rates.Open.warmupSteps=10", "cosineDecaySteps=1_00");
        Assert.Equal(110, Assert.Single(open.Curves).LastStep);
        Assert.Contains(project.Schedule("Rates.Open", "warmupSteps=-1", "cosineDecaySteps=100").Errors, e => e.Id == "LRG023" || e.Id.StartsWith("LRG", StringComparison.Ordinal));
        Assert.Equal("driven by a metric", project.Schedule("Plateau").Hindrance);
        Assert.StartsWith("calls a method of yours", project.Schedule("Own").Hindrance, StringComparison.Ordinal);
        Assert.Contains("no schedule takes", TestProject.Run("list", project.Folder, "--set", "odd=1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_files_say_language_symbols_usings_files_and_references()
    {
        using var project = new TestProject(
            "static partial class Rates { [CosineDecay(Shared.Constants.Rate, steps: Constants.Steps)] public static partial double Rate(long step); }",
            """
            <Project>
              <PropertyGroup Condition="'$(Configuration)' == 'Debug'"><LangVersion>8</LangVersion></PropertyGroup>
              <PropertyGroup><TargetFrameworks>netstandard2.0;net8.0</TargetFrameworks><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>
              <ItemGroup>
                <Using Include="LrGen" />
                <Using Include="Shared" />
                <Compile Include="*.cs" />
                <ProjectReference Include="shared\Shared.csproj" />
              </ItemGroup>
            </Project>
            """);
        project.Write("shared/Shared.csproj", "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>");
        project.Write("shared/Constants.cs", "namespace Shared { public static class Constants { public const double Rate = 0.5; public const int Steps = 20; } }");
        project.Write("inner/Rates.cs", "this is not compiled");
        var rate = project.Schedule("Rates.Rate");
        Assert.Equal(0.5, Assert.Single(rate.Curves).At(0));
        Assert.Equal(20, rate.Curves[0].LastStep);
    }

    [Fact]
    public void A_language_too_old_is_an_error_as_it_is_in_a_build()
    {
        using var project = new TestProject(
            "using LrGen; namespace A { static partial class Rates { [Constant(0.1)] public static partial double Rate(long step); } }",
            "<Project><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup></Project>");
        Assert.Contains("needs C# 9", project.Schedule("Rate").Hindrance, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("odd.txt")]
    [InlineData("broken.dll")]
    [InlineData("empty")]
    public void What_cannot_be_read_is_wrong_use_with_a_message(string path)
    {
        using var project = new TestProject(Sources.All);
        project.Write("odd.txt", "text");
        project.Write("broken.dll", "no assembly");
        Directory.CreateDirectory(project.PathTo("empty"));
        var (code, output, error) = TestProject.Run("list", project.PathTo(path));
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(path, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_schedule_has_is_wrong_use_and_says_which_there_are()
    {
        using var project = new TestProject(Sources.All);
        var (code, _, error) = TestProject.Run("plot", project.Folder, "--schedule", "Rates.Nothing");
        Assert.Equal(2, code);
        Assert.Contains("App.Rates.Cosine", error, StringComparison.Ordinal);
    }
}
