using LrGen.Generator.Numerics;
using LrGen.Tool.Schedules;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace LrGen.Tool.Drawing;

/// <summary>Schedules as a picture: rates over steps, and the other quantities of a schedule below.</summary>
internal sealed class Picture
{
    private const float ShareOfRate = 0.66f;
    private const float LeftAxisWidth = 78;

    /// <summary>A zero on a logarithmic axis lies this many powers of ten below the highest rate.</summary>
    private const int MostDecades = 8;

    /// <summary>More names than this do not fit beside the curves.</summary>
    private const int MostLegendLines = 10;

    private static readonly IPalette s_palette = new ScottPlot.Palettes.Category10();

    private readonly PlotOptions _options;
    private readonly List<(Plot Plot, float Share)> _plots = [];

    public Picture(IReadOnlyList<Schedule> schedules, PlotOptions options)
    {
        InterFont.Use();
        _options = options;
        var lines = schedules.SelectMany((s, i) => s.Curves.Select(c => new Line(i, s, c))).ToList();
        long last = options.LastStep ?? lines.Max(l => l.Drawn.Horizon);
        var quantities = lines.GroupBy(l => l.Drawn.Quantity).OrderBy(g => g.Key).ToList();
        for (int i = 0; i < quantities.Count; i++)
        {
            var plot = Draw(schedules, [.. quantities[i]], last, isFirst: i == 0, isLast: i == quantities.Count - 1);
            _plots.Add((plot, quantities.Count == 1 ? 1 : i == 0 ? ShareOfRate : (1 - ShareOfRate) / (quantities.Count - 1)));
        }
    }

    /// <summary>Writes a file in the format of its extension.</summary>
    public void Save(string path) => PictureFile.Save(path, _options.Width, _options.Height, Render);

    private void Render(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        float top = 0;
        foreach (var (plot, share) in _plots)
        {
            float bottom = top + _options.Height * share;
            // A plot clears what it draws on.
            canvas.Save();
            canvas.ClipRect(new SKRect(0, top, _options.Width, bottom));
            plot.Render(canvas, new PixelRect(0, _options.Width, bottom, top));
            canvas.Restore();
            top = bottom;
        }
    }

    private Plot Draw(IReadOnlyList<Schedule> schedules, IReadOnlyList<Line> lines, long last, bool isFirst, bool isLast)
    {
        var plot = new Plot();
        bool isRate = lines[0].Drawn.Quantity == default;
        bool isLogarithmic = _options.IsLogarithmic && isRate;
        var points = lines.Select(l => Samples.Of(l.Drawn, last, Math.Min(_options.Width, 1_200))).ToList();
        double high = points.SelectMany(p => p).Select(p => p.Value).DefaultIfEmpty(1).Max();
        double low = points.SelectMany(p => p).Select(p => p.Value).Where(v => !isLogarithmic || v > 0).DefaultIfEmpty(0).Min();
        if (isLogarithmic)
            low = Math.Max(low, high * Math.Pow(10, -MostDecades));
        var (bottom, top) = Limits(low, high, isLogarithmic, isRate);
        for (int i = 0; i < lines.Count; i++)
        {
            var color = s_palette.GetColor(lines[i].Index);
            if (lines.Count == 1)
                ShadePhases(plot, lines[i], last, isFirst ? top : null);
            double[] steps = [.. points[i].Select(p => (double)p.Step)], heights = [.. points[i].Select(p => Height(p.Value, isLogarithmic, low))];
            var scatter = plot.Add.ScatterLine(steps, heights, color);
            scatter.LineWidth = 2;
            if (lines.Count > 1 && isFirst && i < MostLegendLines)
                scatter.LegendText = i < MostLegendLines - 1 || i == lines.Count - 1 ? lines[i].Schedule.Name : (lines.Count - i) + " more";
            Mark(plot, lines[i], points[i], color, h => Height(h, isLogarithmic, low), hasLines: lines.Count == 1);
        }

        plot.Axes.SetLimits(0, Math.Max(last, 1) * 1.01, bottom, top);
        plot.Axes.Left.TickGenerator = isLogarithmic ? LogarithmicTicks(top - bottom) : new NumericAutomatic { LabelFormatter = NumberText.Friendly };
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = NumberText.Friendly };
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = LeftAxisWidth;
        plot.YLabel(Words(lines[0].Drawn.Quantity.ToString()));
        if (isLast)
            plot.XLabel(lines.Select(l => l.Schedule.StepName).Distinct().Count() == 1 ? lines[0].Schedule.StepName : "step");
        if (isFirst && schedules.Count == 1)
            plot.Title(schedules[0].Name, 15);
        if (lines.Count > 1 && isFirst)
            plot.ShowLegend(Alignment.UpperRight);
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.08);
        return plot;
    }

    /// <summary>A warm-up in colour, every other phase in grey, each with its name where there is room.</summary>
    private static void ShadePhases(Plot plot, Line line, long last, double? labelHeight)
    {
        int shown = 0;
        foreach (var phase in Phases.Of(line.Schedule, line.Drawn).Where(p => p.Start < last))
        {
            double end = Math.Min(phase.End ?? last, last), width = end - phase.Start;
            bool isWarmup = phase.Name == "Warmup";
            if (isWarmup || shown++ % 2 == 1)
            {
                var span = plot.Add.HorizontalSpan(phase.Start, end);
                span.FillColor = isWarmup ? Colors.Orange.WithAlpha(0.13) : Colors.Black.WithAlpha(0.045);
                span.LineWidth = 0;
            }

            // Shares of the width that a letter of this size needs, and a line of them.
            bool hasRoom = width >= last * (0.012 * phase.Name.Length);
            if (labelHeight is not { } height || !hasRoom && !(isWarmup && width >= last * 0.025))
                continue;
            var text = plot.Add.Text(Words(phase.Name), phase.Start + width / 2, height);
            text.LabelFontSize = 11;
            text.LabelFontColor = Colors.Black.WithAlpha(0.55);
            text.LabelRotation = hasRoom ? 0 : -90;
            text.LabelAlignment = hasRoom ? Alignment.UpperCenter : Alignment.MiddleRight;
            text.OffsetY = 4;
        }
    }

    /// <summary>The end of a warm-up and the steps of a staircase: lines where one schedule is drawn, points on the curve where several are.</summary>
    private static void Mark(
        Plot plot, Line line, IReadOnlyList<(long Step, double Value)> points, Color color, Func<double, double> height, bool hasLines)
    {
        var marks = Samples.Milestones(points).ToList();
        if (Phases.Of(line.Schedule, line.Drawn) is [{ Name: "Warmup", End: { } end }, ..])
            marks.Insert(0, (long)Math.Ceiling(end));
        foreach (long step in marks.Where(m => m <= points[^1].Step).Distinct())
        {
            if (hasLines)
            {
                // Not dotted, which Skia cannot write as SVG.
                var mark = plot.Add.VerticalLine(step, 1, Colors.Black.WithAlpha(0.22));
                mark.ExcludeFromLegend = true;
            }

            plot.Add.Marker(step, height(line.Drawn.At(step)), MarkerShape.FilledCircle, 6, color);
        }
    }

    private static (double Bottom, double Top) Limits(double low, double high, bool isLogarithmic, bool isRate)
    {
        if (isLogarithmic)
        {
            double bottom = Math.Log10(low), top = Math.Log10(high), room = Math.Max(top - bottom, 0.1) * 0.08;
            return (bottom - room, top + 2 * room);
        }

        // A rate is judged against 0; a momentum that moves between 0.85 and 0.95 is not.
        double from = isRate || low <= 0 ? Math.Min(low, 0) : low;
        double span = high > from ? high - from : Math.Max(Math.Abs(high), 1e-12);
        return (from - (isRate ? 0.01 : 0.12) * span, high + 0.14 * span);
    }

    /// <summary>The ticks of an axis of decimal logarithms.</summary>
    internal static NumericAutomatic LogarithmicTicks(double decades)
    {
        bool isWide = decades > 1.5;
        return new NumericAutomatic
        {
            IntegerTicksOnly = isWide,
            MinorTickGenerator = isWide ? new LogMinorTickGenerator() : new EvenlySpacedMinorTickGenerator(1),
            LabelFormatter = isWide
                ? static y => NumberText.Friendly(Math.Pow(10, y))
                : static y => Math.Pow(10, y).ToString("G2", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static double Height(double value, bool isLogarithmic, double low) => isLogarithmic ? Math.Log10(Math.Max(value, low)) : value;

    /// <summary><c>LearningRate</c> as words.</summary>
    internal static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>A curve with its schedule, and the place of that among those that are drawn.</summary>
    private sealed record Line(int Index, Schedule Schedule, QuantityCurve Drawn);
}
