using System.Globalization;

namespace Samples;

/// <summary>Reads the values of command-line options.</summary>
static class Arguments
{
    private const int MostSeeds = 500;
    private const double LeastScale = 0.001;
    private const double MostScale = 1_000;

    /// <exception cref="FormatException">The text is missing or wrong; the message says how.</exception>
    public static int Seeds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) && seeds is >= 1 and <= MostSeeds
            ? seeds
            : throw new FormatException($"--seeds needs a whole number from 1 to {MostSeeds}{But(text)}.");

    /// <inheritdoc cref="Seeds"/>
    public static double RateScale(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) && scale is >= LeastScale and <= MostScale
            ? scale
            : throw new FormatException($"--rate-scale needs a number from {LeastScale} to {MostScale}{But(text)}.");

    private static string But(string? text) => text is null ? "" : $", not '{text}'";
}
