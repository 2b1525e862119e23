using System.Globalization;

namespace LrGen.Generator.Numerics;

/// <summary>Numbers as text that no culture, runtime or operating system changes.</summary>
internal static class NumberText
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    private static readonly char[] s_floatingMarks = ['.', 'E'];

    /// <summary>The shortest C# literal of type double that is parsed back to the same bits.</summary>
    public static string Literal(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        string text = Shortest(value);
        return text.IndexOfAny(s_floatingMarks) < 0 ? text + ".0" : text;
    }

    /// <summary>The shortest text that is parsed back to the same bits: <c>0.0003</c>, <c>1E-05</c>, <c>98000</c>.</summary>
    public static string Shortest(double value)
    {
        // "R" gives other digits on .NET Framework than on .NET Core; the first that parses back is the same on both. Normal numbers that need
        // fewer than 15 digits have them in the text of 15, subnormal ones have other digits there.
        for (int digits = Math.Abs(value) < SmallestNormal ? 1 : 15; digits < 17; digits++)
        {
            string text = Format(value, digits);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value))
                return text;
        }

        return Format(value, 17);
    }

    /// <summary>A number for a person, to at most six digits: <c>0.0003</c>, <c>1e-5</c>, <c>98,000</c>.</summary>
    public static string Friendly(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0)
            return "0";
        double magnitude = Math.Abs(value);
        if (magnitude >= 1000 && magnitude < 1e15 && Math.Floor(value).Equals(value))
            return value.ToString("#,0", CultureInfo.InvariantCulture);
        string text = Format(value, 6);
        int e = text.IndexOf('E');
        if (e < 0)
            return text;
        string exponent = text.Substring(e + 1).TrimStart('+');
        bool negative = exponent[0] == '-';
        exponent = exponent.TrimStart('-').TrimStart('0');
        return text.Substring(0, e) + (negative ? "e-" : "e") + exponent;
    }

    /// <summary>An exact fraction for a person: whole numbers in full, others as <see cref="Friendly(double)"/> of the nearest double.</summary>
    public static string Friendly(Rational value) => Friendly(value.ToDouble());

    /// <summary>A whole number.</summary>
    public static string Integer(System.Numerics.BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Format(double value, int digits) => value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
