using System.Globalization;

namespace Samples;

/// <summary>Reads the values of command-line options.</summary>
static class Arguments
{
    private const int MostSeeds = 500;
    private const double LeastScale = 0.001;
    private const double MostScale = 1_000;

    /// <inheritdoc cref="Number"/>
    public static int Seeds(string? text) => Number("--seeds", text, MostSeeds);

    /// <summary>Reads a whole number from 1 to a highest one.</summary>
    /// <exception cref="FormatException">The text is missing or wrong; the message says how.</exception>
    public static int Number(string name, string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new FormatException($"{name} needs a whole number from 1 to {most}{But(text)}.");

    /// <exception cref="FormatException">The text is missing or wrong; the message says how.</exception>
    public static double RateScale(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) && scale is >= LeastScale and <= MostScale
            ? scale
            : throw new FormatException($"--rate-scale needs a number from {LeastScale} to {MostScale}{But(text)}.");

    private static string But(string? text) => text is null ? "" : $", not '{text}'";
}
