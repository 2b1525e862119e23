using LrGen.Generator.Numerics;
using LrGen.Tool.Output;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace LrGen.Tool.Drawing;

/// <summary>A range test as a picture: loss over rate, and the rates that are read off it.</summary>
internal sealed class RangeTestPicture
{
    /// <summary>Where the test diverges there is no end to the loss, and beside it the fall would be flat.</summary>
    private const double HighestOfFirst = 1.5;

    private static readonly IPalette s_palette = new ScottPlot.Palettes.Category10();

    private readonly Plot _plot;
    private readonly int _width;
    private readonly int _height;

    public RangeTestPicture(RangeTestCurve curve, int width, int height)
    {
        // A plot takes the font that there is when it is made.
        InterFont.Use();
        _plot = new Plot();
        (_width, _height) = (width, height);
        var points = Enumerable.Range(0, curve.Rates.Count).Where(i => curve.Rates[i] is > 0).ToList();
        AddLine(points.Where(i => curve.Losses[i] is not null), i => curve.Losses[i]!.Value, Colors.Black.WithAlpha(0.25), 1, "loss");
        AddLine(points.Where(i => curve.Smoothed[i] is not null), i => curve.Smoothed[i]!.Value, s_palette.GetColor(0), 2, "smoothed");

        var smoothed = curve.Smoothed.OfType<double>().ToList();
        double low = smoothed.Min(), high = Math.Min(smoothed.Max(), smoothed[0] + ((HighestOfFirst - 1) * Math.Abs(smoothed[0])));
        double room = Math.Max(high - low, 1e-12) * 0.1;
        double left = Math.Log10(curve.Rates[points[0]]!.Value), right = Math.Log10(curve.Rates[points[^1]]!.Value);
        _plot.Axes.SetLimits(left, right, low - room, high + (2 * room));
        int color = 1;
        foreach (var (name, rate) in curve.Suggestions.OrderBy(s => s.Rate))
        {
            var line = _plot.Add.VerticalLine(Math.Log10(rate), 1.5f, s_palette.GetColor(color++));
            line.LegendText = name + " " + NumberText.Friendly(RateText.Rounded(rate, "G3"));
        }

        _plot.Axes.Bottom.TickGenerator = Picture.LogarithmicTicks(right - left);
        _plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = NumberText.Friendly };
        _plot.XLabel("learning rate");
        _plot.YLabel("loss");
        _plot.ShowLegend(Alignment.LowerLeft);
        _plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.08);

        void AddLine(IEnumerable<int> indices, Func<int, double> value, Color color, float width, string name)
        {
            int[] shown = [.. indices];
            double[] logarithms = [.. shown.Select(i => Math.Log10(curve.Rates[i]!.Value))], heights = [.. shown.Select(value)];
            var scatter = _plot.Add.ScatterLine(logarithms, heights, color);
            scatter.LineWidth = width;
            scatter.LegendText = name;
        }
    }

    /// <summary>Writes a file in the format of its extension.</summary>
    public void Save(string path) => PictureFile.Save(path, _width, _height, canvas =>
    {
        canvas.Clear(SKColors.White);
        _plot.Render(canvas, new PixelRect(0, _width, _height, 0));
    });
}
