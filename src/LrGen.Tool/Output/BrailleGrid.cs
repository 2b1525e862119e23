namespace LrGen.Tool.Output;

/// <summary>Characters to draw lines with: dots of Braille, two by four in each.</summary>
internal sealed class BrailleGrid(int rows, int columns)
{
    /// <summary>The dots of a character by column and row, from its bottom (Unicode, Braille patterns).</summary>
    private static readonly int[,] s_dots = { { 0x40, 0x04, 0x02, 0x01 }, { 0x80, 0x20, 0x10, 0x08 } };

    private readonly int[,] _cells = new int[rows, columns];
    private readonly int[,] _lines = new int[rows, columns];

    /// <summary>The character at a place, from the top left.</summary>
    public char this[int row, int column] => _cells[row, column] == 0 ? ' ' : (char)(0x2800 + _cells[row, column]);

    /// <summary>The number of the last line through a character.</summary>
    public int Line(int row, int column) => _lines[row, column];

    /// <summary>Draws a line through points.</summary>
    /// <param name="points">The points in dots, from the bottom left.</param>
    /// <param name="line">Its number.</param>
    public void Draw(IEnumerable<(int X, int Y)> points, int line = 0)
    {
        (int X, int Y)? before = null;
        foreach (var (wantedX, wantedY) in points)
        {
            // Odd numbers of a damaged log are drawn at the edge.
            var (x, y) = (Math.Clamp(wantedX, 0, columns * 2 - 1), Math.Clamp(wantedY, 0, rows * 4 - 1));
            var (x0, y0) = before ?? (x, y);
            // A line between two points, so that a jump is one, too.
            int dots = Math.Max(Math.Max(Math.Abs(x - x0), Math.Abs(y - y0)), 1);
            for (int dot = 0; dot <= dots; dot++)
            {
                int column = x0 + (x - x0) * dot / dots, height = y0 + (y - y0) * dot / dots, row = rows - 1 - height / 4;
                _cells[row, column / 2] |= s_dots[column % 2, height % 4];
                _lines[row, column / 2] = line;
            }

            before = (x, y);
        }
    }
}
