using System.Globalization;
using LrGen.Generator.Numerics;

namespace LrGen.Tool.Output;

/// <summary>Numbers as the tool prints them.</summary>
internal static class RateText
{
    /// <summary>For a program: parsed back to the same bits, whatever the culture.</summary>
    public static string Exact(double value) => NumberText.Shortest(value);

    /// <summary>A number with fewer digits, in the format's.</summary>
    public static double Rounded(double value, string format) =>
        double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Step(long step) => step.ToString("#,0", CultureInfo.InvariantCulture);
}
