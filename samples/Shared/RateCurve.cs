namespace Samples;

/// <summary>Draws rates as a line of blocks.</summary>
static class RateCurve
{
    private const int Width = 16;
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>Draws a block for the middle of each share of the updates.</summary>
    /// <param name="rates">The rate of every update.</param>
    /// <param name="highest">The rate of a full block.</param>
    public static string Of(double[] rates, double highest) => string.Concat(Enumerable.Range(0, Width).Select(column =>
    {
        double rate = rates[(2 * column + 1) * rates.Length / (2 * Width)];
        return Levels[Math.Min((int)(rate / highest * Levels.Length), Levels.Length - 1)];
    }));
}
