using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Tool.Tests;

public sealed class TableTests
{
    [Fact]
    public void Comma_separated_values_are_those_of_the_compiled_code_to_the_bit()
    {
        using var project = new TestProject(Sources.All);
        var (code, output, _) = TestProject.Run("table", project.Folder, "-s", "Rates.Cosine", "-s", "Fast", "--every", "7");
        Assert.Equal(0, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("schedule,quantity,step,value", lines[0]);
        Assert.Equal(1 + 144 + 2 * 144, lines.Length);
        var compiled = Compile(Sources.All);
        var cosine = compiled.GetType("App.Rates")!.GetMethod("Cosine", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        int apart = 0;
        foreach (string[] cells in lines.Skip(1).Select(l => l.Split(',')))
        {
            long step = long.Parse(cells[2], CultureInfo.InvariantCulture);
            double value = double.Parse(cells[3], CultureInfo.InvariantCulture);
            double exact = project.Schedule(cells[0]).Curves.Single(c => c.Quantity.ToString() == cells[1]).At(step);
            Assert.Equal(exact, value, Math.Abs(exact) * 1e-14);
            apart += exact.Equals(value) ? 0 : 1;
            if (cells[0] == "App.Rates.Cosine")
                Assert.Equal(Convert.ToDouble(cosine.Invoke(null, [Convert.ChangeType(step, cosine.GetParameters()[0].ParameterType)])), value);
        }

        // The exact values would be others.
        Assert.NotEqual(0, apart);
    }

    /// <summary>The project as its build compiles it.</summary>
    private static Assembly Compile(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText("global using LrGen;\n" + source, options)], Input.References.Default,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new LrGen.Generator.ScheduleGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var result = completed.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    [Fact]
    public void Json_has_steps_values_and_facts_and_says_what_is_missing()
    {
        using var project = new TestProject(Sources.All);
        string file = project.PathTo("rates.json");
        Assert.Equal(0, TestProject.Run("table", project.Folder, "-f", "json", "--every", "500", "-o", file).Code);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var all = json.RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("schedule").GetString()!);
        Assert.Equal(12, all.Count);
        var cosine = all["App.Rates.Cosine"].GetProperty("quantities")[0];
        Assert.Equal([0L, 500, 1_000], cosine.GetProperty("steps").EnumerateArray().Select(s => s.GetInt64()));
        Assert.Equal(project.Schedule("Rates.Cosine").Curves[0].At(500), cosine.GetProperty("values")[1].GetDouble());
        var facts = cosine.GetProperty("facts");
        Assert.Equal((0, 0.1, 100, 1_000, 0), (facts.GetProperty("first").GetDouble(), facts.GetProperty("peak").GetDouble(),
            facts.GetProperty("peakStep").GetInt64(), facts.GetProperty("length").GetDouble(), facts.GetProperty("last").GetDouble()));
        Assert.Equal(2, all["App.Fast"].GetProperty("quantities").GetArrayLength());
        Assert.Contains("warmupSteps", all["App.Rates.Open"].GetProperty("missing").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, all["App.Rates.Stairs"].GetProperty("quantities")[0].GetProperty("facts").GetProperty("length").ValueKind);
    }

    [Fact]
    public void A_schedule_with_an_error_has_no_rows()
    {
        using var project = new TestProject(Sources.WithError);
        var (code, output, error) = TestProject.Run("table", project.Folder, "--steps", "3");
        Assert.Equal(1, code);
        Assert.Equal(1 + 4, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Rates.Negative", error, StringComparison.Ordinal);
    }
}
