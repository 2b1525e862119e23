using System.Numerics;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A curve in one line of block characters.</summary>
internal static class Sparkline
{
    private const int Columns = 40;
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
    private static BigInteger Horizon(Curve curve)
    {
        if (curve.Length?.Constant is { } length)
            return BigInteger.Max(1, BigInteger.Min(length.Ceiling(), long.MaxValue));
        var segment = curve.Segments[curve.Segments.Count - 1];
        var begin = segment.Origin.Constant!.Value;
        var shape = segment.Shape is FlooredShape floored ? floored.Inner : segment.Shape;
        var span = shape switch
        {
            GeometricShape { Factor.Constant: { } f, Progress.Length.Constant: { } every } when f != Rational.One => Fall(f, every),
            StaircaseShape { Factor.Constant: { } f, Progress.Length.Constant: { } every } when f != Rational.One => Fall(f, every),
            _ => begin * new Rational(1, 4),
        };
        return BigInteger.Max(1, BigInteger.Min(RoundUp((begin + span).Ceiling()), long.MaxValue));

        // To two digits: where an endless schedule is cut off means nothing.
        static BigInteger RoundUp(BigInteger steps)
        {
            BigInteger unit = 1;
            while (steps / unit >= 100)
                unit *= 10;
            return (steps + unit - 1) / unit * unit;
        }

        static Rational Fall(Rational factor, Rational every) =>
            Rational.Max(every * 2, Rational.Abs(Real.Ln(30, Real.Quick) / Real.Ln(factor, Real.Quick)) * every);
    }
}
