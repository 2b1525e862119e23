using System.Globalization;
using System.Text;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>
/// The page of a search: the best so far, each parameter against the result, all of them together, and the trials. It loads and runs nothing.
/// </summary>
internal sealed class SearchPage
{
    /// <summary>So many marks a browser draws at once; of a larger search the best are shown.</summary>
    private const int MostDrawn = 4_000;

    private const int MostListed = 50;

    // The units of the drawings. Small ones stand beside one another.
    private const int Width = 1000, Height = 300, SmallWidth = 480, SmallHeight = 240, Margin = 6;

    private readonly IReadOnlyList<JournalEntry> _entries;
    private readonly IReadOnlyList<JournalEntry> _drawn;
    private readonly IReadOnlyList<SearchDimension> _dimensions;
    private readonly Axis _results;
    private readonly string _title;
    private readonly SearchGoal _goal;
    private readonly Dictionary<long, double> _ranks;

    /// <param name="trials">The trials, in their order, each once.</param>
    /// <param name="title">The title.</param>
    /// <param name="goal">Which results are better.</param>
    public SearchPage(IEnumerable<JournalEntry> trials, string title, SearchGoal goal)
    {
        _title = title;
        _goal = goal;
        _entries = [.. trials];
        var finite = _entries.Where(e => double.IsFinite(e.Result)).OrderBy(e => Cost(e.Result)).ToList();
        // From 0, the best, to 1.
        _ranks = finite.Select((e, i) => (e.Trial, Rank: i / Math.Max(finite.Count - 1.0, 1))).ToDictionary(p => p.Trial, p => p.Rank);
        _drawn = [.. finite.Take(MostDrawn).OrderBy(e => e.Trial)];
        _dimensions = SearchDimension.Of(_drawn);
        _results = Axis.OfValues(Robust(_drawn.Where(e => e.Status == TrialStatus.Done).DefaultIfEmpty(_drawn.FirstOrDefault()).OfType<JournalEntry>()));
        Best = finite.FirstOrDefault(e => e.Status == TrialStatus.Done);
    }

    /// <summary>Gets the best trial that came to its end; null where there is none.</summary>
    public JournalEntry? Best { get; }

    /// <summary>Gets what the search came to, in a sentence.</summary>
    public string Summary
    {
        get
        {
            string counts = string.Join(", ", _entries.GroupBy(e => e.Status).OrderBy(g => g.Key)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count():#,0} {g.Key.ToString().ToLowerInvariant()}")));
            string all = _entries.Select(e => e.Trials).Max() is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total:#,0}") : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{_entries.Count:#,0}{all} trials: {counts}.")
                + (Best is { } best ? " The best is trial " + Number(best.Trial) + " with " + Number(best.Result) + ": " + Values(best) + "."
                    : " None has a result.");
        }
    }

    public string Write()
    {
        var page = HtmlPage.Begin(_title, ReportAssets.Style + ReportAssets.SearchStyle, runsScript: false);
        page.Append("<p>").Append(Html(Summary)).Append("</p>\n");
        if (_drawn.Count > 0)
        {
            if (_ranks.Count > _drawn.Count)
                page.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">The best {MostDrawn:#,0} are drawn.</p>\n");
            page.Append("<p class=\"facts\">Large: came to its end. Small: given up. The stronger its colour, the better. At the edge: beyond the range.</p>\n");
            WriteProgress(page);
            page.Append("<section class=\"parameters\">\n");
            foreach (var dimension in _dimensions)
                WriteDimension(page, dimension);
            page.Append("</section>\n");
            WriteParallel(page);
        }

        WriteTable(page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Results in the order of the trials, and the best up to each.</summary>
    private void WriteProgress(StringBuilder page)
    {
        var axis = Axis.OfSteps(_entries[^1].Trial, 8);
        Begin(page, "Best so far", "Results of the trials in their order, and the best up to each.", Width, Height, _results,
            axis.Ticks.Select(t => (axis.Share(t), Axis.Text(t))));
        var path = new StringBuilder();
        double best = double.NaN;
        foreach (var entry in _drawn)
        {
            if (entry.Status == TrialStatus.Done && !(Cost(entry.Result) >= Cost(best)))
            {
                var (across, down) = path.Length == 0 ? ("M", " ") : ("H", "V");
                best = entry.Result;
                path.Append(across).Append(Text(axis.Share(entry.Trial) * Width)).Append(down).Append(Text(Y(best, Height)));
            }
        }

        foreach (var entry in _drawn)
            Mark(page, axis.Share(entry.Trial) * Width, Y(entry.Result, Height), entry);
        if (path.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<path class=\"line run0\" d=\"{path}H{Width}\"/>");
        End(page, "trial");
    }

    private void WriteDimension(StringBuilder page, SearchDimension dimension)
    {
        Begin(page, dimension.Name, dimension.Name + " against the result.", SmallWidth, SmallHeight, _results, dimension.Ticks);
        foreach (var entry in _drawn)
        {
            if (dimension.Share(entry) is { } share)
                Mark(page, share * SmallWidth, Y(entry.Result, SmallHeight), entry);
        }

        End(page, dimension.Name + (dimension.IsLogarithmic ? " (logarithmic)" : string.Empty));
    }

    /// <summary>An axis for each parameter and one for the result; a line for each trial.</summary>
    private void WriteParallel(StringBuilder page)
    {
        int axes = _dimensions.Count + 1;
        double X(int axis) => Margin + (axis * (Width - (2.0 * Margin)) / Math.Max(axes - 1, 1));
        Begin(page, "All parameters", "A line for each trial through its parameters and its result.", Width, Height, null,
            _dimensions.Select((d, i) => (X(i) / Width, d.Name)).Append((X(axes - 1) / Width, "result")));
        for (int i = 0; i < axes; i++)
            page.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Text(X(i))} 0V{Height}\"/>");
        // The best last, over the others.
        foreach (var entry in _drawn.OrderByDescending(e => _ranks[e.Trial]))
        {
            var path = new StringBuilder();
            for (int i = 0; i < _dimensions.Count; i++)
            {
                if (_dimensions[i].Share(entry) is { } share)
                    path.Append(path.Length == 0 ? 'M' : 'L').Append(Text(X(i))).Append(' ').Append(Text((1 - share) * Height));
            }

            if (path.Length == 0)
                continue;
            path.Append('L').Append(Text(X(axes - 1))).Append(' ').Append(Text(Y(entry.Result, Height)));
            page.Append(CultureInfo.InvariantCulture, $"<path class=\"line trial {Look(entry)}\" d=\"{path}\">{Title(entry)}</path>");
        }

        End(page, null);
    }

    private void WriteTable(StringBuilder page)
    {
        (string Name, bool IsNumber)[] heads =
            [("Trial", true), ("Status", false), ("Result", true), .. _dimensions.Select(d => (d.Name, d.IsNumber)), ("Time", true)];
        page.Append("<table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (var (name, isNumber) in heads)
            page.Append(CultureInfo.InvariantCulture, $"<th role=\"columnheader\" scope=\"col\"{(isNumber ? " class=\"number\"" : "")}>{Html(name)}</th>");
        page.Append("</tr></thead><tbody role=\"rowgroup\">\n");
        var listed = _entries.OrderBy(e => e.Status == TrialStatus.Failed).ThenBy(e => _ranks.GetValueOrDefault(e.Trial, 2)).ThenBy(e => e.Trial);
        foreach (var entry in listed.Take(MostListed))
        {
            page.Append("<tr role=\"row\">");
            Cell("Trial", Number(entry.Trial), isNumber: true);
            Cell("Status", entry.Error is { } error ? "failed: " + error : entry.Status.ToString().ToLowerInvariant());
            Cell("Result", Number(entry.Result), isNumber: true);
            foreach (var dimension in _dimensions)
                Cell(dimension.Name, dimension.Text(entry), isNumber: dimension.IsNumber);
            Cell("Time", string.Create(CultureInfo.InvariantCulture, $"{entry.Seconds:0.0} s"), isNumber: true);
            page.Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");
        if (_entries.Count > MostListed)
            page.Append(
                CultureInfo.InvariantCulture, $"<p class=\"facts\">The best {MostListed} of {_entries.Count:#,0} trials; 'lrgen export' writes all.</p>\n");

        void Cell(string label, string text, bool isNumber = false) => page.Append(CultureInfo.InvariantCulture,
            $"<td role=\"cell\"{(isNumber ? " class=\"number\"" : "")} data-label=\"{Html(label)}\"><span>{Html(text)}</span></td>");
    }

    private static void Begin(
        StringBuilder page, string name, string description, int width, int height, Axis? values, IEnumerable<(double Share, string Text)> ticks)
    {
        page.Append(CultureInfo.InvariantCulture, $"""
            <figure class="panel" style="--height:{height}px">
            <figcaption>{Html(name)}{(values?.IsLogarithmic == true ? " <small>result logarithmic</small>" : "")}</figcaption>
            <div class="plot">

            """);
        foreach (double tick in values?.Ticks ?? [])
            page.Append(CultureInfo.InvariantCulture, $"<span class=\"y\" style=\"top:{Text((1 - values!.Share(tick)) * 100)}%\">{Axis.Text(tick)}</span>");
        int index = 0;
        foreach (var (share, text) in ticks)
        {
            // What stands at an end of the axis does not stand out over it.
            string shift = share > 0.97 ? ";transform:translateX(-100%)" : share < 0.03 ? ";transform:none" : string.Empty;
            page.Append(CultureInfo.InvariantCulture,
                $"<span class=\"x{(index++ % 2 == 1 ? " odd" : "")}\" style=\"left:{Text(share * 100)}%{shift}\">{Html(Short(text))}</span>");
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <svg role="img" aria-label="{Html(description)}" viewBox="0 0 {width} {height}" preserveAspectRatio="none">

            """);
        foreach (double tick in values?.Ticks ?? [])
            page.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M0 {Text((1 - values!.Share(tick)) * height)}H{width}\"/>");
    }

    private static void End(StringBuilder page, string? axis) =>
        page.Append("</svg></div>").Append(axis is null ? "<p class=\"axis\"></p>" : "<p class=\"axis\">" + Html(axis) + "</p>").Append("</figure>\n");

    // A stroke without length with round ends: it keeps its shape in a drawing that is stretched.
    private void Mark(StringBuilder page, double x, double y, JournalEntry entry) => page.Append(CultureInfo.InvariantCulture,
        $"<path class=\"dot {Look(entry)}\" d=\"M{Text(x)} {Text(y)}h0\">{Title(entry)}</path>");

    private string Look(JournalEntry entry) => (entry.Status == TrialStatus.Pruned ? "pruned " : string.Empty)
        + "rank" + Math.Min((int)(_ranks[entry.Trial] * 5), 4).ToString(CultureInfo.InvariantCulture);

    private static string Title(JournalEntry entry) => "<title>" + Html("trial " + Number(entry.Trial) + ": " + Number(entry.Result) + " · " + Values(entry)
        + (entry.Status == TrialStatus.Pruned ? " · given up" : string.Empty)) + "</title>";

    private static string Values(JournalEntry entry) =>
        string.Join(", ", entry.Values.EnumerateObject().Select(v => v.Name + " " + SearchDimension.Text(v.Value)));

    private double Y(double result, int height) => (1 - _results.Share(result)) * height;

    private double Cost(double result) => _goal == SearchGoal.Minimize ? result : -result;

    /// <summary>Results without the worst twentieth, where that is far off.</summary>
    private IEnumerable<double> Robust(IEnumerable<JournalEntry> entries)
    {
        double[] sorted = [.. entries.Select(e => e.Result).OrderBy(Cost)];
        if (sorted.Length < 20)
            return sorted;
        double middle = sorted[sorted.Length * 19 / 20], spread = Math.Abs(middle - sorted[0]);
        return sorted.Where(r => Math.Abs(r - sorted[0]) <= 2 * spread);
    }

    private static string Short(string text) => text.Length > 14 ? text[..13] + "…" : text;

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Html(string text) => Visible.Html(text);
}
