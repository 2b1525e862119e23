using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Half waves one after the other; where each starts is an exact sum of lengths, never a logarithm.</summary>
internal sealed class CosineRestarts : ScheduleFamily
{
    /// <summary>Each cycle of its own length or top is a stretch of code.</summary>
    private const int MostCycles = 128;

    private static readonly Rational s_afterLastStep = Rational.PowerOfTwo(64);

    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        var growth = arguments.Fixed("LengthFactor", f => f >= 1, "1 or above", Rational.One);
        var amplitude = arguments.FixedRatio("Amplitude", a => a is > 0 and <= 1, "above 0 and at most 1", Rational.One);
        var floor = arguments.Floor(rate);
        bool isEndless = !arguments.IsGiven("Cycles");
        if (isEndless && growth == Rational.One && amplitude == Rational.One && steps.Constant is null or { IsInteger: true })
        {
            return new Phase
            {
                Shape = Cycle(rate, floor, steps),
                Length = steps,
                AfterEnd = AfterEnd.Repeat,
                IsEndless = true,
                WayToEnd = "give 'Cycles'",
            };
        }

        int count = isEndless
            ? CyclesUntilTheLastStep(steps.Constant ?? Rational.One, growth)
            : (int)arguments.Fixed("Cycles", c => c is >= 1 and <= MostCycles && Math.Floor(c).Equals(c), "a whole number from 1 to 128", Rational.One).Numerator;
        if (count > MostCycles)
        {
            arguments.Conflict("Cycles", "cycles of so many lengths or tops without end would be too much code; give 'Cycles', at most 128");
            count = 1;
        }

        var segments = new List<Segment>();
        Scalar start = Scalar.Zero, length = steps, top = rate;
        for (int i = 0; i < count; i++)
        {
            segments.Add(new Segment(start + length, start, Cycle(top, floor, length)));
            start += length;
            length *= growth;
            top *= amplitude;
            if (top.Constant < floor.Constant)
                top = floor;
        }

        var phase = Phase.Of(segments, floor) with { WayToEnd = "give 'Cycles'" };
        return isEndless ? phase with { Length = null } : phase;
    }

    private static HalfWaveShape Cycle(Scalar top, Scalar floor, Scalar length) => new(top, floor, new Progress(Scalar.Zero, length));

    /// <summary>How many cycles begin before 2^64; one too many where that is more than there can be.</summary>
    private static int CyclesUntilTheLastStep(Rational first, Rational growth)
    {
        Rational start = first, length = first;
        int count = 1;
        for (; start < s_afterLastStep && count <= MostCycles; count++)
        {
            length *= growth;
            start += length;
        }

        return count;
    }
}
