using System.Text.RegularExpressions;
using SkiaSharp;

namespace LrGen.Tool.Tests;

public sealed class PlotTests
{
    [Fact]
    public void A_picture_has_its_size_and_a_curve_and_text()
    {
        using var project = new TestProject(Sources.All);
        string file = project.PathTo("a/cosine.png");
        var (code, _, error) = TestProject.Run("plot", project.Folder, "-s", "Rates.Cosine", "-o", file, "--width", "700", "--height", "400");
        Assert.Equal(0, code);
        Assert.Empty(error);
        using var picture = SKBitmap.Decode(file);
        Assert.Equal((700, 400), (picture.Width, picture.Height));
        // The first colour of the palette is the curve's; the title stands alone above the frame.
        Assert.InRange(Count(picture, 0, 400, c => c is { Blue: > 150, Red: < 80 }), 700, 10_000);
        Assert.InRange(Count(picture, 0, 30, c => c.Red < 100), 100, 5_000);
        Assert.InRange(Count(picture, 0, 400, c => c is { Red: > 245, Blue: < 230 }), 5_000, 60_000);
    }

    [Fact]
    public void Other_quantities_stand_below()
    {
        using var project = new TestProject(Sources.All);
        string file = project.PathTo("fast.png"), vector = project.PathTo("fast.svg");
        Assert.Equal(0, TestProject.Run("plot", project.Folder, "-s", "Fast", "-o", file, "-o", vector).Code);
        using var picture = SKBitmap.Decode(file);
        Assert.InRange(Count(picture, 0, 300, c => c is { Blue: > 150, Red: < 80 }), 700, 10_000);
        Assert.Equal(650, picture.Height);
        Assert.InRange(Count(picture, 440, 650, c => c is { Blue: > 150, Red: < 80 }), 700, 10_000);
        string text = File.ReadAllText(vector);
        foreach (string expected in new[] { "learning rate", "momentum", "App.Fast", "one cycle" })
            AssertText(expected, text);
    }

    [Fact]
    public void A_logarithmic_axis_has_powers_of_ten_and_phases_have_names()
    {
        using var project = new TestProject(Sources.All);
        string file = project.PathTo("phases.svg");
        Assert.Equal(0, TestProject.Run("plot", project.Folder, "-s", "Phases", "--log", "-o", file).Code);
        string text = File.ReadAllText(file);
        foreach (string expected in new[] { "0.001", "0.01", "0.1", "constant", "milestone decay", "linear decay" })
            AssertText(expected, text);
        Assert.EndsWith("</svg>", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_schedules_have_a_legend_and_a_step_of_the_users_a_name()
    {
        using var project = new TestProject(Sources.All);
        string file = project.PathTo("two.svg");
        Assert.Equal(0, TestProject.Run("plot", project.Folder, "-s", "Rates.Cos*", "-s", "Rates.W*", "-o", file).Code);
        AssertText("App.Rates.Cosine", File.ReadAllText(file));
        AssertText("App.Rates.Waves", File.ReadAllText(file));
        Assert.Equal(0, TestProject.Run("plot", project.Folder, "-s", "Stairs", "-o", file).Code);
        AssertText("update", File.ReadAllText(file));
    }

    [Fact]
    public void The_terminal_shows_rate_and_momentum()
    {
        using var project = new TestProject(Sources.All);
        var (code, output, _) = TestProject.Run("plot", project.Folder, "-s", "Fast", "--terminal", "--width", "60", "--height", "8");
        Assert.Equal(0, code);
        Assert.Contains("learning rate", output, StringComparison.Ordinal);
        Assert.Contains("momentum", output, StringComparison.Ordinal);
        Assert.InRange(output.Count(c => c is > '\u2800' and <= '\u28FF'), 60, 600);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void A_schedule_with_an_error_is_reported_and_not_drawn()
    {
        using var project = new TestProject(Sources.WithError);
        string file = project.PathTo("all.svg");
        var (code, _, error) = TestProject.Run("plot", project.Folder, "-o", file);
        Assert.Equal(1, code);
        Assert.Contains("Rates.Negative: LRG010", error, StringComparison.Ordinal);
        Assert.Contains("Rates.Unknown: CS0103", error, StringComparison.Ordinal);
        Assert.Contains("Rates.Using: a declaration that it uses has errors", error, StringComparison.Ordinal);
        string text = File.ReadAllText(file);
        Assert.Contains("Rates.Good", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Negative", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--width", "5")]
    [InlineData("--steps", "0")]
    [InlineData("--output", "a.gif")]
    [InlineData("--set", "steps")]
    [InlineData("--odd")]
    public void Wrong_options_are_wrong_use(params string[] options)
    {
        using var project = new TestProject(Sources.All);
        var (code, _, error) = TestProject.Run(["plot", project.Folder, .. options]);
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_project_of_a_hundred_files_is_drawn_from_a_cold_start()
    {
        using var project = new TestProject(Sources.All);
        for (int i = 0; i < 100; i++)
        {
            project.Write("Code/Class" + i + ".cs", "namespace App.Code; public class Class" + i + "\n{\n" + string.Concat(Enumerable.Range(0, 30).Select(m =>
                "    public int Sum" + m + "(int count) { var all = new List<int>(); for (int i = 0; i < count; i++) all.Add(i * " + m + "); return all.Sum(); }\n")) + "}\n");
        }

        var (code, output, time) = project.Start("plot", "-s", "Rates.Cosine", "-o", "cosine.png");
        TestContext.Current.TestOutputHelper!.WriteLine("From start to picture: " + time.TotalSeconds.ToString("0.00") + " s");
        Assert.True(code == 0, output);
        Assert.True(File.Exists(project.PathTo("cosine.png")));
        // About one second on an idle machine; tests share theirs.
        Assert.InRange(time.TotalSeconds, 0, 30);
    }

    /// <summary>A text element has white space around its text.</summary>
    private static void AssertText(string expected, string svg) => Assert.Matches(@">\s*" + Regex.Escape(expected) + @"\s*</text>", svg);

    private static int Count(SKBitmap picture, int top, int bottom, Func<SKColor, bool> isWanted)
    {
        int count = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = 0; x < picture.Width; x++)
                count += isWanted(picture.GetPixel(x, y)) ? 1 : 0;
        }

        return count;
    }
}
