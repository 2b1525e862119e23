using SkiaSharp;

namespace LrGen.Tool.Tests;

/// <summary>Range tests as pictures, and journals of searches joined.</summary>
public sealed partial class RangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_range_test_is_drawn_with_its_suggestions()
    {
        string json = PathTo("test.json"), png = PathTo("test.png"), svg = PathTo("test.svg");
        var test = Test();
        using (var file = File.Create(json))
            test.WriteJson(file);
        var (code, output, error) = TestProject.Run("range", json, "-o", png);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("valley", output, StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal((900, 500), (picture.Width, picture.Height));
        int blue = 0;
        for (int x = 0; x < picture.Width; x++)
        {
            for (int y = 0; y < picture.Height; y++)
                blue += picture.GetPixel(x, y) is { Blue: > 150, Red: < 80 } ? 1 : 0;
        }

        Assert.InRange(blue, 700, 20_000);

        Assert.Equal(0, TestProject.Run("range", json, "-o", svg).Code);
        string text = File.ReadAllText(svg);
        foreach (string expected in new[] { "learning rate", "smoothed", "valley", "steepest" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "is no range test")]
    [InlineData("{", "is no range test")]
    [InlineData("[1]", "is no range test")]
    [InlineData("""{"rates":[],"losses":[],"smoothed":[],"suggestions":{}}""", "its arrays are empty")]
    [InlineData("""{"rates":[1],"losses":[1,2],"smoothed":[1],"suggestions":{}}""", "differ in length")]
    public void What_is_no_range_test_is_refused(string text, string reason)
    {
        string json = PathTo("test.json");
        File.WriteAllText(json, text);
        var (code, _, error) = TestProject.Run("range", json, "-o", PathTo("a.png"));
        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(2, TestProject.Run("range", PathTo("missing.json")).Code);
        Assert.Contains(".svg", TestProject.Run("range", json, "-o", PathTo("a.gif")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Journals_of_parts_are_joined()
    {
        string[] parts = [PathTo("a.jsonl"), PathTo("b.jsonl")];
        for (int i = 0; i < parts.Length; i++)
        {
            Search.Run<Trial>(
                new SearchOptions { Seed = 1, Trials = 20, Journal = parts[i], Shard = new Shard(i, parts.Length) },
                static (trial, _) => trial.Rate);
        }

        string all = PathTo("all.jsonl");
        var (code, output, error) = TestProject.Run("merge", parts[0], parts[1], "-o", all);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("20 trials of 2 journals, 0 repeated, 0 failed", output, StringComparison.Ordinal);
        Assert.True(File.Exists(all));
        (code, _, error) = TestProject.Run("merge", PathTo("missing.jsonl"), "-o", all);
        Assert.Equal(2, code);
        Assert.Contains("missing.jsonl", error, StringComparison.Ordinal);
    }

    private string PathTo(string file) => Path.Combine(_folder, file);

    private static RangeTestResult Test()
    {
        double[] rates = [.. Enumerable.Range(0, 100).Select(i => 1e-7 * Math.Pow(1e8, i / 99.0))];
        return RangeTestResult.From(rates, [.. rates.Select(r => 2.5 - (2 / (1 + Math.Pow(0.01 / r, 0.8))) + Math.Pow(r, 2))]);
    }

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate);
}
