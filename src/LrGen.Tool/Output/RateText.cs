using System.Globalization;
using LrGen.Generator.Numerics;

namespace LrGen.Tool.Output;

/// <summary>Numbers as the tool prints them.</summary>
internal static class RateText
{
    /// <summary>For a person: at most six digits.</summary>
    public static string Friendly(double value) => NumberText.Friendly(value);

    /// <summary>For a program: parsed back to the same bits, whatever the culture.</summary>
    public static string Exact(double value) => NumberText.Shortest(value);

    public static string Step(long step) => step.ToString("#,0", CultureInfo.InvariantCulture);
}
