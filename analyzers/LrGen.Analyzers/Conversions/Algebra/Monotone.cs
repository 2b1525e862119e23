using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions.Algebra;

/// <summary>
/// An expression that only rises or only falls with the step and whose sign is known exactly: a sum of a line and of whole parts of lines.
/// It is what conditions over the step come to.
/// </summary>
internal sealed class Monotone
{
    private readonly List<(Rational Factor, Rational Offset, Rational Slope)> _stairs = [];
    private readonly Rational _offset, _slope;

    private Monotone(Rational offset, Rational slope) => (_offset, _slope) = (offset, slope);

    /// <summary>Reads an expression; null where it is not of this kind.</summary>
    public static Monotone? Of(Expression expression)
    {
        if (expression.IsUnknown)
            return null;
        Rational offset = expression.ConstantPart, slope = Rational.Zero;
        var stairs = new List<(Rational Factor, Rational Offset, Rational Slope)>();
        foreach (var term in expression.Terms.Where(t => t.Key.Length > 0))
        {
            if (term.Powers is not [var power] || power.Exponent != Rational.One)
                return null;
            if (power.Factor.Kind == FactorKind.Step)
                slope = term.Coefficient;
            else if (power.Factor.Kind == FactorKind.Floor && power.Factor.Argument.Line is { } line)
                stairs.Add((term.Coefficient, line.Offset, line.Slope));
            else
                return null;
        }

        var monotone = new Monotone(offset, slope);
        monotone._stairs.AddRange(stairs);
        var directions = stairs.Select(s => s.Factor.Sign * s.Slope.Sign).Append(slope.Sign).Where(d => d != 0).Distinct();
        return directions.Count() <= 1 ? monotone : null;
    }

    public Rational At(BigInteger step) =>
        _stairs.Aggregate(_offset + _slope * step, (sum, s) => sum + s.Factor * s.Offset.PlusFloor(s.Slope, step));

    /// <summary>The first step after <paramref name="start"/> and up to <paramref name="last"/> that has another sign; null where there is none.</summary>
    public BigInteger? FirstChange(BigInteger start, BigInteger last)
    {
        int sign = At(start).Sign;
        if (At(last).Sign == sign)
            return null;
        BigInteger low = start, high = last;
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (At(middle).Sign == sign)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}

/// <summary>Whole parts of lines.</summary>
internal static class WholeParts
{
    /// <summary>⌊offset + slope · step⌋.</summary>
    public static Rational PlusFloor(this Rational offset, Rational slope, BigInteger step) => (offset + slope * step).Floor();
}
