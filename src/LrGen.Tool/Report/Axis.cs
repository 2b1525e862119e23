using System.Globalization;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>An axis of a chart, linear or logarithmic, with ticks at round numbers.</summary>
internal sealed class Axis
{
    // A line that falls by less than this is easier to read on a linear axis.
    private const double RatioOfLogarithm = 50;

    private Axis(double low, double high, bool isLogarithmic)
    {
        (Low, High, IsLogarithmic) = (low, high, isLogarithmic);
        Ticks = isLogarithmic ? PowersOfTen() : RoundNumbers(5);
    }

    public double Low { get; }

    public double High { get; }

    public bool IsLogarithmic { get; }

    public IReadOnlyList<double> Ticks { get; private init; }

    /// <summary>The axis of steps, from 0 to a last one.</summary>
    public static Axis OfSteps(long last, int ticks)
    {
        var axis = new Axis(0, Math.Max(last, 1), isLogarithmic: false);
        return new Axis(axis.Low, axis.High, false) { Ticks = [.. axis.RoundNumbers(ticks).Where(t => t == Math.Floor(t))] };
    }

    /// <summary>The axis of a loss or a metric: logarithmic where it is above 0 throughout and spans decades.</summary>
    public static Axis OfValues(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (!(low <= high))
            (low, high) = (0, 1);
        if (low > 0 && high / low >= RatioOfLogarithm)
            return new Axis(low / 1.3, high * 1.3, isLogarithmic: true);
        double margin = high > low ? 0.06 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1e-300);
        return new Axis(low >= 0 ? Math.Max(0, low - margin) : low - margin, high + margin, isLogarithmic: false);
    }

    /// <summary>The axis of rates, which begins at 0 so that shapes can be compared.</summary>
    public static Axis OfRates(IEnumerable<double> rates)
    {
        double high = 0;
        foreach (double rate in rates)
            high = Math.Max(high, rate);
        return new Axis(0, high > 0 ? high * 1.06 : 1, isLogarithmic: false);
    }

    /// <summary>Where a value is, from 0 at the low end to 1 at the high one; values beyond are at the ends.</summary>
    public double Share(double value)
    {
        double share = IsLogarithmic
            ? (Math.Log(Math.Max(value, Low)) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
            : (value - Low) / (High - Low);
        return Math.Clamp(share, 0, 1);
    }

    public static string Text(double value)
    {
        double size = Math.Abs(value);
        return size == 0 ? "0"
            : size is >= 1e5 or < 1e-3 ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : value.ToString("0.######", CultureInfo.InvariantCulture);
    }

    private List<double> PowersOfTen()
    {
        var ticks = new List<double>();
        double decades = Math.Log10(High / Low);
        double[] factors = decades < 2.5 ? [1, 2, 5] : [1];
        int every = (int)Math.Ceiling(decades / 7);
        for (int power = (int)Math.Floor(Math.Log10(Low)); power <= Math.Log10(High); power++)
        {
            foreach (double factor in factors)
            {
                double tick = factor * Math.Pow(10, power);
                if (tick >= Low && tick <= High && power % every == 0)
                    ticks.Add(tick);
            }
        }

        return ticks;
    }

    private List<double> RoundNumbers(int about)
    {
        double rough = (High - Low) / about, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
        var ticks = new List<double>();
        // 3 · 0.1 is not 0.3.
        for (double i = Math.Ceiling(Low / step); i * step <= High * (1 + 1e-12) && ticks.Count < 4 * about; i++)
            ticks.Add(RateText.Rounded(i * step, "G12"));
        return ticks;
    }
}
