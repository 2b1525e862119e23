using System.Numerics;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A curve in one line of block characters.</summary>
internal static class Sparkline
{
    private const int Columns = 40;
    private const int DrawnCycles = 3;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>The line, and the step that its last column stands for.</summary>
    public static (string Line, BigInteger LastStep) Of(Curve curve, Rational peak)
    {
        var last = Horizon(curve);
        int columns = (int)BigInteger.Min(Columns, last + 1);
        var line = new char[columns];
        for (int i = 0; i < columns; i++)
        {
            var step = columns == 1 ? 0 : ((Rational)(last * i) / (columns - 1) + Rational.Half).Floor();
            var value = curve.Evaluate((long)step, Real.Quick) ?? Rational.Zero;
            int level = peak.Sign <= 0 ? 0 : (int)BigInteger.Min((value / peak * Blocks.Length).Floor(), Blocks.Length - 1);
            line[i] = Blocks[Math.Max(level, 0)];
        }

        return (new string(line), last);
    }

    /// <summary>The steps worth drawing: until the end, or until an endless decay has fallen to a thirtieth.</summary>
    public static BigInteger Horizon(Curve curve)
    {
        if (curve.Length?.Constant is { } length)
            return BigInteger.Max(1, BigInteger.Min(length.Ceiling(), long.MaxValue));
        var segment = curve.Segments[curve.Segments.Count - 1];
        var begin = segment.Origin.Constant!.Value;
        // Of cycles without end, the first few; where they grow so much that the second or third has no end in 64 bits, those before.
        if (segment.Shape is EaseShape)
        {
            var drawn = curve.Segments.Take(curve.Opening + DrawnCycles).LastOrDefault(s => s.End is not null)?.End?.Constant ?? begin;
            return BigInteger.Max(1, BigInteger.Min(drawn.Ceiling(), long.MaxValue));
        }

        var span = curve.AfterEnd is { Period.Constant: { } period } ? period * DrawnCycles : segment.Shape.DrawnSpan ?? begin * new Rational(1, 4);
        begin = curve.AfterEnd?.Start.Constant ?? begin;
        return BigInteger.Max(1, BigInteger.Min(RoundUp((begin + span).Ceiling()), long.MaxValue));

        // To two digits: where an endless schedule is cut off means nothing.
        static BigInteger RoundUp(BigInteger steps)
        {
            BigInteger unit = 1;
            while (steps / unit >= 100)
                unit *= 10;
            return (steps + unit - 1) / unit * unit;
        }
    }
}
