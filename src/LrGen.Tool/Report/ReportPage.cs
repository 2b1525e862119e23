using System.Globalization;
using System.Text;
using System.Text.Json;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>The page of a report: one file of HTML that loads nothing.</summary>
internal sealed class ReportPage(IReadOnlyList<ReportRun> runs, string title)
{
    private const int StepTicks = 8;
    private const int MostMetricPanels = 4;

    // Of all runs together; a page of a hundred runs stays below 2 MB.
    private const int MostPointedAt = 5_000;

    // The single losses of more runs would be a thicket.
    private const int MostRawRuns = 4;

    private readonly Axis _steps = Axis.OfSteps(runs.Max(r => r.LastStep), StepTicks);
    private readonly string[] _metrics = [.. runs.SelectMany(r => r.Log.Metrics).Distinct()];

    public string Write()
    {
        var page = HtmlPage.Begin(title, ReportAssets.Style, runsScript: true);
        WriteLegend(page);
        WriteCharts(page);
        WriteTable(page);
        page.Append(CultureInfo.InvariantCulture, $"""
            </main>
            <script type="application/json" id="data">{Data()}</script>
            <script>{ReportAssets.Script}</script>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private void WriteLegend(StringBuilder page)
    {
        page.Append("""<div class="legend" role="group" aria-label="Runs; press one to hide or show it; twice for only this one">""");
        for (int i = 0; i < runs.Count; i++)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"""<button type="button" aria-pressed="true" data-toggle="{i}">{Sample(i)}{Html(runs[i].Name)}</button>""");
        }

        page.Append("</div>\n");
    }

    private void WriteCharts(StringBuilder page)
    {
        page.Append("""<section class="charts" aria-label="Charts over the steps">""").Append('\n');
        var loss = new ChartPanel("Loss", 300, runs.Count, _steps, Axis.OfValues(runs.SelectMany(r => r.SmoothLoss).Select(p => p.Value)));
        var rate = new ChartPanel("Rate", 150, runs.Count, _steps, Axis.OfRates(runs.SelectMany(r => r.Rate).Select(p => p.Value)));
        for (int i = 0; i < runs.Count && runs.Count <= MostRawRuns; i++)
        {
            if (runs[i].SmoothLoss.Count < runs[i].Loss.Count)
                loss.AddLine(i, runs[i].Loss, isFaint: true);
        }

        for (int i = 0; i < runs.Count; i++)
        {
            loss.AddLine(i, runs[i].SmoothLoss);
            rate.AddLine(i, runs[i].Rate, isStaircase: true);
            if (runs[i].NoNumberFrom is { } from && runs[i].SmoothLoss is [.., var last])
                loss.AddEnd(i, last with { Step = from });
        }

        loss.Write(page, "Loss over steps. " + string.Join(" ", runs.Select(r => r.Name + ": " + r.Verdict.Text)), hasStepLabels: false);
        rate.Write(page, "Learning rate over the same steps, highest " + Axis.Text(rate.Values.High / 1.06) + ".", hasStepLabels: _metrics.Length == 0);
        foreach (string metric in _metrics.Take(MostMetricPanels))
        {
            var panel = new ChartPanel(metric, 150, runs.Count, _steps, Axis.OfValues(runs.SelectMany(r => r.Metric(metric)).Select(p => p.Value)));
            for (int i = 0; i < runs.Count; i++)
                panel.AddLine(i, runs[i].Metric(metric));
            panel.Write(page, metric + " over the same steps.", hasStepLabels: metric == _metrics.Take(MostMetricPanels).Last());
        }

        page.Append("""<p class="axis">step</p><div class="tip" hidden></div></section>""").Append('\n');
    }

    private void WriteTable(StringBuilder page)
    {
        string? metric = _metrics.FirstOrDefault();
        (string Name, bool IsNumber)[] heads =
        [
            ("Run", false), ("Verdict", false), ("Last loss", true), ("Best loss", true),
            .. metric is null ? Array.Empty<(string, bool)>() : [("Best " + metric, true)],
            ("Steps", true), ("Time", true),
        ];
        // Roles, because cells that a narrow page sets below one another would no longer be a table to a screen reader.
        page.Append("""
            <table role="table">
            <caption>Losses are means over twentieths of a run, where there are records enough: single batches do not sway them.</caption>
            <thead role="rowgroup"><tr role="row">
            """);
        for (int i = 0; i < heads.Length; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"""<th role="columnheader" scope="col"{(heads[i].IsNumber ? " class=\"number\"" : "")}>""")
                .Append(CultureInfo.InvariantCulture, $"""<button type="button" data-sort="{i}">{Html(heads[i].Name)}</button></th>""");
        }

        page.Append("</tr></thead>\n");
        for (int i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            // A body for each run: its row, and behind it what the curve says.
            page.Append(CultureInfo.InvariantCulture, $"""
                <tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row" data-value="{Html(run.Name)}">
                """);
            page.Append(CultureInfo.InvariantCulture, $"""
                <button type="button" class="unfold" aria-expanded="{(IsUnfolded ? "true" : "false")}">{Sample(i)}{Html(run.Name)}</button></th>
                """);
            Cell("Verdict", Badge(run), run.VerdictWord);
            var (text, last) = run.NoNumberFrom is null ? (Number(run.LastLoss), run.LastLoss) : ("not finite", double.PositiveInfinity);
            NumberCell("Last loss", text, last);
            NumberCell("Best loss", Number(run.BestLoss), run.BestLoss);
            if (metric is not null)
            {
                var best = run.BestMetric(metric);
                NumberCell("Best " + metric, best is { } value ? Number(value.Best.Value) + At(value.Best.Step) : "–", best?.Best.Value ?? double.NaN);
            }

            NumberCell("Steps", (run.LastStep + 1).ToString("#,0", CultureInfo.InvariantCulture), run.LastStep + 1);
            NumberCell("Time", run.Duration(), run.Log.Duration.TotalSeconds);
            page.Append("</tr>\n");
            WriteVerdict(page, i, heads.Length);
            page.Append("</tbody>\n");
        }

        page.Append("</table>\n");

        void Cell(string label, string html, string value, string kind = "") =>
            page.Append(CultureInfo.InvariantCulture,
                $"""<td role="cell"{kind} data-label="{Html(label)}" data-value="{Html(value)}"><span>{html}</span></td>""");

        void NumberCell(string label, string html, double value) =>
            Cell(label, html, double.IsFinite(value) ? RateText.Exact(value) : double.IsNaN(value) ? "" : "Infinity", " class=\"number\"");

        static string At(long step) => string.Create(CultureInfo.InvariantCulture, $" <small>at {step:#,0}</small>");
    }

    /// <summary>Of few runs all is shown at once.</summary>
    private bool IsUnfolded => runs.Count <= MostRawRuns;

    private void WriteVerdict(StringBuilder page, int index, int columns)
    {
        var run = runs[index];
        string words = Html(run.Verdict.Text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);
        page.Append(CultureInfo.InvariantCulture,
            $"""<tr role="row" class="more"{(IsUnfolded ? "" : " hidden")}><td role="cell" colspan="{columns}"><article><p>{words}</p>""");
        if (run.Schedule is { Length: > 0 } schedule)
            page.Append(CultureInfo.InvariantCulture, $"<p><code>{Html(schedule)}</code></p>");
        page.Append(CultureInfo.InvariantCulture, $"""<p class="facts">{Html(Facts(run))}</p>""");
        if (runs.Count > 1)
            page.Append(CultureInfo.InvariantCulture,
                $"""<button type="button" aria-pressed="false" data-only="{index}">Only this one in the charts</button>""");
        page.Append("</article></td></tr>\n");
    }

    private static string Facts(ReportRun run)
    {
        var facts = new List<string> { run.Path };
        if (run.Log.Start is { } start)
            facts.Add("started " + start.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC");
        if (run.Log.Openings > 1)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"resumed {run.Log.Openings - 1} times"));
        foreach (string metric in run.Log.Metrics)
        {
            if (run.BestMetric(metric) is { } value)
                facts.Add(metric + ": " + value.Word + " " + Number(value.Best.Value) + ", last " + Number(run.Metric(metric)[^1].Value));
        }

        if (run.Log.Damaged is [var first, ..] damaged)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture,
                $"{damaged.Count} damaged lines were left out, the first is line {first.Number} ({first.Reason})"));
        }

        if (run.Log.LostBytes > 0)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{run.Log.LostBytes:#,0} bytes of records were cut off by another program"));
        if (run.Log.Replaced > 0)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{run.Log.Replaced:#,0} records were written again"));
        if (run.Log.HasUnfinishedLine)
            facts.Add("the last line is unfinished and was left out");
        return string.Join(" · ", facts);
    }

    /// <summary>What the pointer shows: the smoothed loss, the rate and the metrics there.</summary>
    private string Data() => JsonSerializer.Serialize(new
    {
        last = _steps.High,
        runs = runs.Select(r => new
        {
            name = r.Name,
            steps = r.SmoothLoss.Select(p => p.Step),
            loss = r.SmoothLoss.Select(p => Number(p.Value)),
            rate = RatesAt(r),
            metrics = _metrics.Take(MostMetricPanels).Where(m => r.Metric(m).Count > 0).Select(m => new { name = m, points = Shown(r.Metric(m)) }),
        }),
    });

    /// <summary>As many values of a metric as a person can point at.</summary>
    private IEnumerable<object[]> Shown(IReadOnlyList<Point> points)
    {
        int every = Math.Max(1, (points.Count * runs.Count / MostPointedAt) + 1);
        return points.Where((_, i) => i % every == every - 1 || i == points.Count - 1).Select(p => new object[] { p.Step, Number(p.Value) });
    }

    private static IEnumerable<string> RatesAt(ReportRun run)
    {
        int index = 0;
        foreach (var point in run.SmoothLoss)
        {
            while (index + 1 < run.Rate.Count && run.Rate[index + 1].Step <= point.Step)
                index++;
            yield return run.Rate.Count > 0 ? Number(run.Rate[index].Value) : "–";
        }
    }

    private static string Badge(ReportRun run) =>
        $"""<span class="badge {run.Verdict.Kind.ToString().ToLowerInvariant()}">{run.VerdictWord}</span>""";

    private static string Sample(int run) =>
        $"""<svg class="sample" viewBox="0 0 24 8" aria-hidden="true"><path class="line {ReportAssets.ClassOf(run)}" d="M0 4H24"/></svg>""";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Html(string text) => Visible.Html(text);
}
