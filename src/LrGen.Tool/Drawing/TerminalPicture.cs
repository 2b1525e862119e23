using LrGen.Generator.Numerics;
using LrGen.Tool.Output;
using LrGen.Tool.Schedules;
using Spectre.Console;

namespace LrGen.Tool.Drawing;

/// <summary>Schedules as text: dots of Braille characters, two by four in each, coloured where the terminal has colours.</summary>
internal sealed class TerminalPicture(IReadOnlyList<Schedule> schedules, PlotOptions options)
{
    private const int LabelWidth = 10;
    private const int MostDecades = 8;

    private static readonly Color[] s_colors =
        [Color.DodgerBlue1, Color.Orange1, Color.Green3, Color.Red3, Color.MediumPurple, Color.Aqua, Color.Yellow3, Color.Grey62];

    /// <summary>Writes the picture; <see cref="PlotOptions"/> are in characters here.</summary>
    public void Write(TextWriter output)
    {
        // Spectre writes colours; the names are made visible here.
        var terminal = VisibleWriter.TerminalOf(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal),
            Ansi = ReferenceEquals(terminal, Console.Out) ? AnsiSupport.Detect : AnsiSupport.No,
        });
        console.Profile.Width = Math.Max(options.Width, 240);
        long last = options.LastStep ?? schedules.SelectMany(s => s.Curves).Max(c => c.Horizon);
        foreach (var quantity in schedules.SelectMany(s => s.Curves).Select(c => c.Quantity).Distinct().Order())
        {
            console.MarkupLineInterpolated($"[bold]{Picture.Words(quantity.ToString())}[/]");
            Draw(console, [.. schedules.SelectMany((s, i) => s.Curves.Where(c => c.Quantity == quantity).Select(c => (i, c)))], last);
        }

        for (int i = 0; i < schedules.Count; i++)
            console.MarkupLineInterpolated($"[{s_colors[i % s_colors.Length].ToMarkup()}]──[/] {Visible.Text(schedules[i].Name)}  {Visible.Lines(schedules[i].Words)}");
    }

    private void Draw(IAnsiConsole console, IReadOnlyList<(int Index, QuantityCurve Curve)> curves, long last)
    {
        int columns = Math.Max(options.Width - LabelWidth - 2, 10), rows = Math.Max(options.Height, 4);
        bool isRate = curves[0].Curve.Quantity == default, isLogarithmic = options.IsLogarithmic && isRate;
        var points = curves.Select(c => Samples.Of(c.Curve, last, columns * 2)).ToList();
        double high = points.SelectMany(p => p).Select(p => p.Value).DefaultIfEmpty(1).Max();
        double low = points.SelectMany(p => p).Select(p => p.Value).Where(v => !isLogarithmic || v > 0).DefaultIfEmpty(high).Min();
        low = isLogarithmic ? Math.Max(low, high * Math.Pow(10, -MostDecades)) : isRate ? Math.Min(low, 0) : low;
        var grid = new BrailleGrid(rows, columns);
        for (int i = 0; i < curves.Count; i++)
        {
            grid.Draw(
                points[i].Select(p => (
                    (int)Math.Min((double)p.Step / Math.Max(last, 1) * (columns * 2 - 1), columns * 2 - 1),
                    (int)Math.Round(Share(p.Value) * (rows * 4 - 1)))),
                curves[i].Index);
        }

        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? NumberText.Friendly(high) : row == rows - 1 ? NumberText.Friendly(low) : string.Empty;
            console.Write(new Text(label.PadLeft(LabelWidth) + (label.Length > 0 ? " ┤" : " │")));
            for (int column = 0; column < columns; column++)
                console.Write(new Text(grid[row, column].ToString(), new Style(s_colors[grid.Line(row, column) % s_colors.Length])));

            console.WriteLine();
        }

        string end = NumberText.Friendly((double)last);
        console.WriteLine(new string(' ', LabelWidth + 1) + "└0" + end.PadLeft(columns - 1, '─'));

        double Share(double value)
        {
            double share = isLogarithmic
                ? (Math.Log10(Math.Max(value, low)) - Math.Log10(low)) / (Math.Log10(high) - Math.Log10(low))
                : (value - low) / (high - low);
            return double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0.5;
        }
    }
}
