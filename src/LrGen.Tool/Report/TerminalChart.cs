using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>A line as text: dots of Braille characters, two by four in each.</summary>
internal static class TerminalChart
{
    private const int LabelWidth = 10;

    /// <summary>Draws a line into so many characters and lines, with the labels of its axis on the left.</summary>
    public static IEnumerable<string> Draw(IReadOnlyList<Point> points, Axis values, long lastStep, int width, int rows)
    {
        int columns = Math.Max(10, width - LabelWidth - 2);
        var grid = new BrailleGrid(rows, columns);
        grid.Draw(Decimation.KeepExtremes(points, lastStep, columns * 2).Select(p => (
            (int)Math.Round((double)p.Step / Math.Max(lastStep, 1) * (columns * 2 - 1)), (int)Math.Round(values.Share(p.Value) * (rows * 4 - 1)))));

        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? Axis.Text(RateText.Rounded(values.High, "G3")) : row == rows - 1 ? Axis.Text(RateText.Rounded(values.Low, "G3")) : string.Empty;
            char[] line = new char[columns];
            for (int column = 0; column < columns; column++)
                line[column] = grid[row, column];
            yield return label.PadLeft(LabelWidth) + (label.Length > 0 ? " ┤" : " │") + new string(line).TrimEnd();
        }

        yield return new string(' ', LabelWidth + 1) + "└0" + RateText.Step(lastStep).PadLeft(columns - 1, '─');
    }
}
