using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>1 ÷ Chebyshev's nodes between 1/high and 1/low, in fractal order.</summary>
internal sealed class ChebyshevDecay : ScheduleFamily
{
    private const int MostSteps = 256;
    private const string PowerOfTwo = "a power of two, at most 256, since the order of the rates is doubled again and again; take the next one, with 'Unit' for longer steps";

    public override Phase Lower(ArgumentReader arguments)
    {
        Rational? high = Known(arguments, "high"), low = Known(arguments, "low");
        if (low >= high)
            arguments.Conflict("high", "the rates lie between two bounds; 'high' has to be above 'low'");
        var length = arguments.Length("steps");
        int count = Count(arguments, length);
        return new Phase
        {
            Shape = new TableShape(Rates(high ?? Rational.One, low ?? Rational.One, count), Scalar.One, new Progress(Scalar.Zero, length / (Scalar)(Rational)count)),
            Length = length,
            AfterEnd = arguments.AfterEnd(length, length),
        };
    }

    /// <summary>A bound, whose reciprocal is taken at compile time; null where there is none.</summary>
    private static Rational? Known(ArgumentReader arguments, string name)
    {
        var rate = arguments.Rate(name);
        if (arguments.IsUnknown(name))
            return null;
        if (rate.Constant is { Sign: > 0 } known)
            return known;
        arguments.Conflict(name, rate.Constant is null
            ? "the rates are worked out at compile time; write '" + name + "' in the attribute, and let [Scale] multiply them at run time"
            : "'" + name + "' is 0; it has to be above 0, since the rates are reciprocals");
        return null;
    }

    /// <summary>How many rates there are: the steps as they are given, in whatever unit.</summary>
    private static int Count(ArgumentReader arguments, Scalar length)
    {
        if (arguments.IsUnknown("steps"))
            return 1;
        if (arguments.IsGiven("steps"))
            return (int)arguments.Fixed("steps", IsCount, PowerOfTwo, Rational.One).Numerator;
        if (length.Constant is { } known && IsCount(known.ToDouble()))
            return (int)known.Numerator;
        arguments.Conflict("steps", length.Constant is { } wrong
            ? "'steps' comes to " + NumberText.Friendly(wrong) + " by the training; it has to be " + PowerOfTwo
            : "'steps' decides about the shape of the schedule; write it in the attribute");
        return 1;
    }

    private static bool IsCount(double steps) => steps is >= 1 and <= MostSteps && Math.Floor(steps).Equals(steps) && ((int)steps & ((int)steps - 1)) == 0;

    private static IReadOnlyList<Rational> Rates(Rational high, Rational low, int count)
    {
        Rational smallest = Rational.One / high, largest = Rational.One / low;
        return [.. Order(count).Select(i =>
            Rational.One / (smallest + (largest - smallest) * Real.HalfWave(new Rational(2 * i + 1, 2 * count), Real.Precise)))];
    }

    /// <summary>0; 0, 1; 0, 3, 1, 2; …: each number followed by what is left to the end of the next order.</summary>
    private static IReadOnlyList<int> Order(int count)
    {
        IReadOnlyList<int> order = [0];
        while (order.Count < count)
            order = [.. order.SelectMany(i => new[] { i, 2 * order.Count - 1 - i })];
        return order;
    }
}
