using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Schedules of several half waves, each of which is a stretch of code.</summary>
internal static class HalfWaves
{
    private const int Most = 64;

    /// <summary>The option that gives their number.</summary>
    public static Rational Count(ArgumentReader arguments, string name, int perUnit = 1) =>
        arguments.Fixed(name, n => n > 0 && n * perUnit <= Most, "above 0 and at most " + NumberText.Integer(Most / perUnit), new Rational(1, perUnit)) * perUnit;

    /// <summary>The height of the wave at the end, from 0 to 1: (1 + cos(π · count)) / 2.</summary>
    public static Rational EndHeight(Rational count)
    {
        var whole = count.Floor();
        var fallen = Real.HalfWave(count - whole, Real.Precise);
        return whole.IsEven ? Rational.One - fallen : fallen;
    }

    /// <summary>So many half waves, down first, until the end; the last may be cut off by it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="end">The local time of the end.</param>
    /// <param name="shape">The half wave from whether it goes down, its index and its progress.</param>
    public static Phase Phase(Rational count, Scalar end, Func<bool, int, Progress, Shape> shape)
    {
        var length = end / (Scalar)count;
        int last = (int)count.Ceiling() - 1;
        return new Phase
        {
            Lead = [.. Enumerable.Range(0, last).Select(i => new Segment(length * (Scalar)(Rational)(i + 1), length * (Scalar)(Rational)i, Wave(i)))],
            Shape = Wave(last),
            Origin = length * (Scalar)(Rational)last,
        };

        Shape Wave(int i) => shape(i % 2 == 0, i, new Progress(Scalar.Zero, length));
    }
}
