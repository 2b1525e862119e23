using System.Globalization;
using System.Text.Json;

namespace LrGen.Tool.Tests;

public sealed class TableTests
{
    [Fact]
    public void Comma_separated_values_are_those_of_the_curve()
    {
        using var project = new TestProject(Sources.All);
        var (code, output, _) = TestProject.Run("table", project.Folder, "-s", "Rates.Cosine", "-s", "Fast", "--every", "7");
        Assert.Equal(0, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("schedule,quantity,step,value", lines[0]);
        Assert.Equal(1 + 144 + 2 * 144, lines.Length);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            var curve = project.Schedule(cells[0]).Curves.Single(c => c.Quantity.ToString() == cells[1]);
            double value = double.Parse(cells[3], CultureInfo.InvariantCulture);
            Assert.Equal(curve.Curve.At(long.Parse(cells[2], CultureInfo.InvariantCulture)), value);
            if (lines.Length > 400 && cells[2] == "350")
                break;
        }
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
