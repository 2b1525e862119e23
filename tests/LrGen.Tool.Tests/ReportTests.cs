using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LrGen.Tool.Report;

namespace LrGen.Tool.Tests;

public sealed partial class ReportTests : IDisposable
{
    private readonly Logs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public void Runs_become_one_page_that_loads_nothing()
    {
        string a = _logs.Write("a.jsonl", Logs.Healthy), b = _logs.Write("b.jsonl", x => 2.3 - (1.2 * x), schedule: null);
        string c = _logs.Write("c.jsonl", x => x < 0.5 ? 2 : double.NaN, run: "<b>c</b> & \"co\"");
        string page = _logs.PathTo("out/page.html");
        var (code, output, error) = TestProject.Run("report", a, b, c, "-o", page, "--title", "Three <runs>");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("a: Healthy: the loss fell from", output, StringComparison.Ordinal);
        Assert.Contains("b: Slow, still falling: the loss fell by 5", output, StringComparison.Ordinal);
        Assert.Contains("Diverged: the loss is NaN from step 1000 on", output.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);

        string html = File.ReadAllText(page);
        Assert.Contains("<title>Three &lt;runs&gt;</title>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;c&lt;/b&gt; &amp; &quot;co&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>c</b>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("https?://|src=|@import|url\\(|<link", html);
        Assert.Contains("[Warmup(200), CosineDecay(0.1)]", html, StringComparison.Ordinal);
        // The table sorts by these, and the numbers stand below one another.
        Assert.Equal(3, Regex.Count(html, "<td role=\"cell\" class=\"number\" data-label=\"Steps\" data-value=\"2000\">"));
        Assert.Equal(3, Regex.Count(html, "data-only="));
        Assert.Contains("no finite loss from step 1000 on", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "accuracy over the same steps|Learning rate over the same steps"));
        Assert.InRange(html.Length, 10_000, 200_000);
        var data = JsonDocument.Parse(Regex.Match(html, "id=\"data\">(.*?)</script>").Groups[1].Value).RootElement;
        Assert.Equal(3, data.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public void A_folder_stands_for_its_logs_and_runs_of_one_name_are_told_apart()
    {
        _logs.Write("a.jsonl", Logs.Healthy, run: "same");
        _logs.Write("b.jsonl", Logs.Healthy, run: "same");
        string page = _logs.PathTo("page.html");
        Assert.Equal(0, TestProject.Run("report", _logs.Folder, "-o", page).Code);
        string html = File.ReadAllText(page);
        Assert.Contains("<h1>2 trainings</h1>", html, StringComparison.Ordinal);
        Assert.Contains("same (a.jsonl)", html, StringComparison.Ordinal);
        Assert.Contains("same (b.jsonl)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_damaged_is_said()
    {
        string a = _logs.Write("a.jsonl", Logs.Healthy);
        File.AppendAllText(a, "not JSON\n{\"step\":2000,\"lo");
        string page = _logs.PathTo("page.html");
        var (code, _, error) = TestProject.Run("report", a, "-o", page);
        Assert.Equal(0, code);
        Assert.Contains("1 damaged lines, the first is 2002: damaged JSON", error, StringComparison.Ordinal);
        Assert.Contains("the last line is unfinished", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_use_is_said_in_a_sentence()
    {
        Assert.Equal(2, TestProject.Run("report").Code);
        Assert.Contains("cannot be read", Wrong(_logs.PathTo("missing.jsonl")), StringComparison.Ordinal);
        Assert.Contains("no .jsonl file", Wrong(_logs.Folder), StringComparison.Ordinal);
        File.WriteAllText(_logs.PathTo("text.jsonl"), "hello\n");
        Assert.Contains("no records; line 1: damaged JSON", Wrong(_logs.PathTo("text.jsonl")), StringComparison.Ordinal);
        string log = _logs.Write("a.jsonl", Logs.Healthy, steps: 30);
        Assert.Contains("at most 1000", Wrong([.. Enumerable.Repeat(log, 1_001)]), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Wrong(log, "-o", _logs.Folder), StringComparison.Ordinal);

        static string Wrong(params string[] arguments)
        {
            var (code, _, error) = TestProject.Run(["report", .. arguments]);
            Assert.Equal(2, code);
            return error;
        }
    }

    /// <summary>A hundred runs of 10,000 records each, with two metrics: what a browser is given stays small.</summary>
    [Fact]
    public void Many_runs_make_a_page_of_less_than_2_MB()
    {
        var random = new Random(3);
        for (int run = 0; run < LongRun.Size(full: 100, quick: 40); run++)
        {
            using var log = TrainingLog.Open(_logs.PathTo($"r{run}.jsonl"), schedule: "[CosineDecay(0.1, steps: 10_000)]");
            TrainingMetric accuracy = log.Metric("accuracy"), norm = log.Metric("gradient norm");
            for (int i = 0; i < 10_000; i++)
                log.Write(i, 0.1 * Math.Cos(i * 1.5e-4), (1 + random.NextDouble()) * Math.Exp(-i / 3e3), [accuracy.Is(random.NextDouble()), norm.Is(random.NextDouble())]);
        }

        string page = _logs.PathTo("page.html");
        Assert.Equal(0, TestProject.Run("report", _logs.Folder, "-o", page).Code);
        Assert.InRange(new FileInfo(page).Length, 100_000, LongRun.IsOn ? 2_000_000 : 1_600_000);
        string html = File.ReadAllText(page);
        Assert.Equal(LongRun.Size(full: 100, quick: 40), Regex.Count(html, "data-toggle=\"\\d"));
        // Their verdicts are folded, those of a few runs are not.
        Assert.Equal(LongRun.Size(full: 100, quick: 40), Regex.Count(html, "class=\"more\" hidden"));
    }

    [Fact]
    public void A_search_has_its_page()
    {
        string journal = _logs.PathTo("search.jsonl"), page = _logs.PathTo("search.html");
        Search.Run<Trial>(new SearchOptions { Trials = 40, Seed = 2, Journal = journal, Pruner = Pruner.Median(startupTrials: 3) }, (trial, context) =>
        {
            if (context.Index == 7)
                throw new InvalidOperationException("<b>");
            for (int step = 0; step < 3; step++)
                context.Report(step, Math.Abs(Math.Log10(trial.Rate) + 3) + (trial.Kind == "b" ? 1 : 0));
            return Math.Abs(Math.Log10(trial.Rate) + 3);
        });
        var (code, output, error) = TestProject.Run("report", journal, "-o", page);
        Assert.Equal((0, ""), (code, error));
        var best = SearchJournal.Read(journal).Where(e => e.Status == TrialStatus.Done).MinBy(e => e.Result)!;
        Assert.Contains($"The best is trial {best.Trial} with ", output, StringComparison.Ordinal);
        string html = File.ReadAllText(page);
        Assert.DoesNotMatch("https?://|src=|@import|url\\(|<link|<script", html);
        foreach (string caption in new[] { "Best so far", "Rate", "Kind", "All parameters" })
            Assert.Contains("<figcaption>" + caption, html, StringComparison.Ordinal);
        Assert.Matches("<path class=\"line run0\" d=\"M[0-9.]+ [0-9.]+(H[0-9.]+V[0-9.]+)*H1000\"/>", html);
        // A mark in each of three drawings, and a line.
        var drawn = SearchJournal.Read(journal).Where(e => double.IsFinite(e.Result)).ToList();
        Assert.Equal(3 * drawn.Count, Regex.Count(html, "class=\"dot "));
        Assert.Equal(drawn.Count, Regex.Count(html, "class=\"line trial "));
        Assert.Equal(4 * drawn.Count(e => e.Status == TrialStatus.Pruned), Regex.Count(html, "class=\"(dot|line trial) pruned "));
        Assert.Contains(drawn, e => e.Status == TrialStatus.Pruned);
        Assert.Contains("failed: InvalidOperationException: &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Equal(40, Regex.Count(html, "data-label=\"Trial\""));

        var worst = SearchJournal.Read(journal).Where(e => e.Status == TrialStatus.Done).MaxBy(e => e.Result)!;
        Assert.Contains($"The best is trial {worst.Trial} with ", TestProject.Run("report", journal, "-o", page, "--goal", "maximize").Output, StringComparison.Ordinal);
    }

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice("a", "b")] string Kind);

    [Fact]
    public void Long_runs_are_made_short_and_keep_their_extremes()
    {
        var points = Enumerable.Range(0, 1_000_000).Select(i => new Point(i, i == 123_456 ? 99 : i == 777_777 ? -99 : i % 10)).ToList();
        var kept = Decimation.KeepExtremes(points, 999_999, 500);
        Assert.InRange(kept.Count, 1_000, 2_004);
        Assert.Contains(new Point(123_456, 99), kept);
        Assert.Contains(new Point(777_777, -99), kept);
        Assert.Equal(points[0], kept[0]);
        Assert.Equal(points[^1], kept[^1]);
        Assert.Equal(kept.OrderBy(p => p.Step), kept);
        Point[] stairs = [.. Enumerable.Range(0, 100).Select(i => new Point(i, i / 50))];
        Assert.Equal([0, 49, 50, 99], Decimation.KeepCorners(stairs).Select(p => p.Step));
    }

    [Theory]
    [InlineData(0.001, 2.0, true, "0.001,0.01,0.1,1")]
    [InlineData(0.9, 2.1, false, "1,1.5,2|1,1.2,1.4,1.6,1.8,2")]
    [InlineData(-5.0, 5.0, false, "-4,-2,0,2,4")]
    [InlineData(1.0, 1.0, false, "")]
    [InlineData(0.02, 2.0, true, "0.02,0.05,0.1,0.2,0.5,1,2")]
    public void Axes_have_round_ticks_and_are_logarithmic_over_decades(double low, double high, bool isLogarithmic, string ticks)
    {
        var axis = Axis.OfValues([low, high]);
        Assert.Equal(isLogarithmic, axis.IsLogarithmic);
        Assert.InRange(axis.Share(low), 0, 0.51);
        Assert.InRange(axis.Share(high), 0.49, 1);
        Assert.True(axis.Ticks.Count >= 2);
        if (ticks.Length > 0)
            Assert.Contains(string.Join(',', axis.Ticks.Select(t => t.ToString(CultureInfo.InvariantCulture))), ticks.Split('|'));
    }

    [Fact]
    public void Empty_axes_do_not_fail()
    {
        Assert.NotEmpty(Axis.OfValues([]).Ticks);
        Assert.NotEmpty(Axis.OfRates([]).Ticks);
        Assert.NotEmpty(Axis.OfSteps(0, 8).Ticks);
    }
}
