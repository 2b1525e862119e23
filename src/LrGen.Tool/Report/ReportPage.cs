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

    // The single losses of more runs would be a thicket.
    private const int MostRawRuns = 4;

    private readonly Axis _steps = Axis.OfSteps(runs.Max(r => r.LastStep), StepTicks);
    private readonly string[] _metrics = [.. runs.SelectMany(r => r.Log.Metrics).Distinct()];

    public string Write()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>{Html(title)}</title>
            <style>{ReportAssets.Style}</style>
            </head>
            <body>
            <main>
            <h1>{Html(title)}</h1>

            """);
        WriteLegend(page);
        WriteCharts(page);
        WriteTable(page);
        WriteVerdicts(page);
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
        page.Append("""<div class="legend" role="group" aria-label="Runs; press one to hide or show it">""");
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
        var loss = new ChartPanel("Loss", 300, _steps, Axis.OfValues(runs.SelectMany(r => r.SmoothLoss).Select(p => p.Value)));
        var rate = new ChartPanel("Rate", 150, _steps, Axis.OfRates(runs.SelectMany(r => r.Rate).Select(p => p.Value)));
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
            var panel = new ChartPanel(metric, 150, _steps, Axis.OfValues(runs.SelectMany(r => r.Metric(metric)).Select(p => p.Value)));
            for (int i = 0; i < runs.Count; i++)
                panel.AddLine(i, runs[i].Metric(metric));
            panel.Write(page, metric + " over the same steps.", hasStepLabels: metric == _metrics.Take(MostMetricPanels).Last());
        }

        page.Append("""<p class="axis">step</p><div class="tip" hidden></div></section>""").Append('\n');
    }

    private void WriteTable(StringBuilder page)
    {
        string? metric = _metrics.FirstOrDefault();
        string[] heads = ["Run", "Verdict", "Last loss", "Best loss", .. metric is null ? Array.Empty<string>() : ["Best " + metric], "Steps", "Time"];
        // Roles, because cells that a narrow page sets below one another would no longer be a table to a screen reader.
        page.Append("""
            <table role="table">
            <caption>Losses are means over twentieths of a run, where there are records enough: single batches do not sway them.</caption>
            <thead role="rowgroup"><tr role="row">
            """);
        foreach (string head in heads)
            page.Append(CultureInfo.InvariantCulture, $"""<th role="columnheader" scope="col">{Html(head)}</th>""");
        page.Append("""</tr></thead><tbody role="rowgroup">""").Append('\n');
        for (int i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            page.Append(CultureInfo.InvariantCulture, $"""<tr role="row"><th role="rowheader" scope="row">{Sample(i)}{Html(run.Name)}</th>""");
            Cell("Verdict", Badge(run));
            Cell("Last loss", run.NoNumberFrom is null ? Number(run.LastLoss) : "not finite");
            Cell("Best loss", Number(run.BestLoss));
            if (metric is not null)
                Cell("Best " + metric, run.BestMetric(metric) is { } value ? Number(value.Best.Value) + At(value.Best.Step) : "–");
            Cell("Steps", (run.LastStep + 1).ToString("#,0", CultureInfo.InvariantCulture));
            Cell("Time", run.Duration());
            page.Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");

        void Cell(string label, string html) =>
            page.Append(CultureInfo.InvariantCulture, $"""<td role="cell" data-label="{Html(label)}"><span>{html}</span></td>""");

        static string At(long step) => string.Create(CultureInfo.InvariantCulture, $" <small>at {step:#,0}</small>");
    }

    private void WriteVerdicts(StringBuilder page)
    {
        page.Append("""<section class="verdicts"><h2>What the loss curves say</h2>""").Append('\n');
        for (int i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            string words = Html(run.Verdict.Text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"<article><h3>{Sample(i)}{Html(run.Name)} {Badge(run)}</h3><p>{words}</p>");
            if (run.Schedule is { Length: > 0 } schedule)
                page.Append(CultureInfo.InvariantCulture, $"<p><code>{Html(schedule)}</code></p>");
            page.Append(CultureInfo.InvariantCulture, $"""<p class="facts">{Html(Facts(run))}</p></article>""").Append('\n');
        }

        page.Append("</section>\n");
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

    /// <summary>What the pointer shows: the smoothed loss and the rate there.</summary>
    private string Data() => JsonSerializer.Serialize(new
    {
        last = _steps.High,
        runs = runs.Select(r => new
        {
            name = r.Name,
            steps = r.SmoothLoss.Select(p => p.Step),
            loss = r.SmoothLoss.Select(p => Number(p.Value)),
            rate = RatesAt(r),
        }),
    });

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
        $"""<svg class="sample" viewBox="0 0 24 8" aria-hidden="true"><path class="line run{run.ToString(CultureInfo.InvariantCulture)}" d="M0 4H24"/></svg>""";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Html(string text) => Visible.Html(text);
}
