using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>A line as text: dots of Braille characters, two by four in each.</summary>
internal static class TerminalChart
{
    private const int LabelWidth = 10;

    /// <summary>The dots of a character by column and row, from its bottom (Unicode, Braille patterns).</summary>
    private static readonly int[,] s_dots = { { 0x40, 0x04, 0x02, 0x01 }, { 0x80, 0x20, 0x10, 0x08 } };

    /// <summary>Draws a line into so many characters and lines, with the labels of its axis on the left.</summary>
    public static IEnumerable<string> Draw(IReadOnlyList<Point> points, Axis values, long lastStep, int width, int rows)
    {
        int columns = Math.Max(10, width - LabelWidth - 2);
        int[,] cells = new int[rows, columns];
        (int X, int Y)? before = null;
        foreach (var point in Decimation.KeepExtremes(points, lastStep, columns * 2))
        {
            int x = (int)Math.Round((double)point.Step / Math.Max(lastStep, 1) * (columns * 2 - 1));
            int y = (int)Math.Round(values.Share(point.Value) * (rows * 4 - 1));
            var (x0, y0) = before ?? (x, y);
            // A line between two points, so that a jump is one, too.
            int dots = Math.Max(Math.Max(Math.Abs(x - x0), Math.Abs(y - y0)), 1);
            for (int dot = 0; dot <= dots; dot++)
            {
                int column = x0 + (x - x0) * dot / dots, height = y0 + (y - y0) * dot / dots;
                cells[rows - 1 - height / 4, column / 2] |= s_dots[column % 2, height % 4];
            }

            before = (x, y);
        }

        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? Axis.Text(Axis.Rounded(values.High, "G3")) : row == rows - 1 ? Axis.Text(Axis.Rounded(values.Low, "G3")) : string.Empty;
            char[] line = new char[columns];
            for (int column = 0; column < columns; column++)
                line[column] = cells[row, column] == 0 ? ' ' : (char)(0x2800 + cells[row, column]);
            yield return label.PadLeft(LabelWidth) + (label.Length > 0 ? " ┤" : " │") + new string(line).TrimEnd();
        }

        yield return new string(' ', LabelWidth + 1) + "└0" + RateText.Step(lastStep).PadLeft(columns - 1, '─');
    }
}
