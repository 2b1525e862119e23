using System.Globalization;
using System.Text;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>
/// One chart of the page. Lines are an SVG that is stretched to the width of the page, labels are text beside it: so both fit a telephone
/// and a wide screen, and the letters keep their size.
/// </summary>
/// <param name="Name">What it shows: loss, rate or a metric.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Runs">How many runs share it: the more, the coarser each line.</param>
/// <param name="Steps">The axis that all panels share.</param>
/// <param name="Values">Its own axis.</param>
internal sealed record ChartPanel(string Name, int Height, int Runs, Axis Steps, Axis Values)
{
    // The units of the drawing; a thousandth of the width is less than a pixel of most screens.
    private const double Width = 1000;
    private const int MostStretches = 500, FewestStretches = 40, StretchesOfAll = 5_000;

    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _marks = new();

    /// <summary>Adds the line of a run.</summary>
    public void AddLine(int run, IReadOnlyList<Point> points, bool isFaint = false, bool isStaircase = false)
    {
        if (points.Count == 0)
            return;
        var kept = isStaircase ? Decimation.KeepCorners(points) : points;
        var path = new StringBuilder();
        foreach (var point in Decimation.KeepExtremes(kept, (long)Steps.High, Math.Clamp(StretchesOfAll / Runs, FewestStretches, MostStretches)))
            path.Append(path.Length == 0 ? "M" : "L").Append(Number(X(point.Step))).Append(' ').Append(Number(Y(point.Value)));
        // A line of one point would not be seen.
        if (kept.Count == 1)
            path.Append("h3");
        _lines.Append(CultureInfo.InvariantCulture, $"""<path class="line{(isFaint ? " raw" : "")} {ReportAssets.ClassOf(run)}" data-run="{run}" d="{path}"/>""");
    }

    /// <summary>Marks the step from which on a run has no finite loss.</summary>
    public void AddEnd(int run, Point at)
    {
        string place = "left:" + Number(X(at.Step) / 10) + "%;top:" + Number(Y(at.Value) * 100 / Height) + "%";
        _marks.Append(CultureInfo.InvariantCulture,
            $"""<span class="mark {ReportAssets.ClassOf(run)}" data-run="{run}" style="{place}" title="no finite loss from step {at.Step} on">×</span>""");
    }

    public void Write(StringBuilder page, string description, bool hasStepLabels)
    {
        string name = Visible.Html(Name);
        page.Append(CultureInfo.InvariantCulture, $"""
            <figure class="panel" style="--height:{Height}px">
            <figcaption>{name}{(Values.IsLogarithmic ? " <small>logarithmic</small>" : "")}</figcaption>
            <div class="plot">
            <svg role="img" aria-label="{Visible.Html(description)}" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none">
            """);
        foreach (double tick in Values.Ticks)
            page.Append(CultureInfo.InvariantCulture, $"""<path class="grid" d="M0 {Number(Y(tick))}H{Width}"/>""");
        foreach (double tick in Steps.Ticks)
            page.Append(CultureInfo.InvariantCulture, $"""<path class="grid" d="M{Number(X(tick))} 0V{Height}"/>""");
        page.Append(_lines).Append("</svg>").Append(_marks);
        foreach (double tick in Values.Ticks)
            page.Append(CultureInfo.InvariantCulture, $"""<span class="y" style="top:{Number(Y(tick) * 100 / Height)}%">{Axis.Text(tick)}</span>""");
        for (int i = 0; hasStepLabels && i < Steps.Ticks.Count; i++)
        {
            // Every second one has no room on a telephone.
            string left = Number(X(Steps.Ticks[i]) / 10);
            page.Append(CultureInfo.InvariantCulture, $"""<span class="x{(i % 2 == 1 ? " odd" : "")}" style="left:{left}%">{Steps.Ticks[i]:#,0}</span>""");
        }

        page.Append("""<i class="cursor" hidden></i></div></figure>""").Append('\n');
    }

    private double X(double step) => Steps.Share(step) * Width;

    private double Y(double value) => (1 - Values.Share(value)) * Height;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
