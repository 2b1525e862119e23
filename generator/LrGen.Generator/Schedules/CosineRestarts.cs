using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Half waves one after the other; where each starts is an exact sum of lengths, never a logarithm.</summary>
internal sealed class CosineRestarts : ScheduleFamily
{
    /// <summary>Up to this many cycles of their own lengths or tops each are a stretch of code.</summary>
    private const int MostCycles = 128;

    /// <summary>Formulas count fractions of steps in integers of so many bits.</summary>
    private const int ExactBits = 53;

    /// <summary>Up to this many are looked up in tables.</summary>
    private const int MostLookups = 1024;

    private const string WayToEnd = "give 'Cycles'";

    private static readonly Rational s_afterLastStep = Rational.PowerOfTwo(64);
    private static readonly Rational s_manySteps = Rational.PowerOfTwo(20);
    private static readonly Rational s_smallestTop = Rational.PowerOfTwo(-1022);

    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        bool isEndless = !arguments.IsGiven("Cycles");
        var steps = isEndless ? arguments.Period("steps") : arguments.Length("steps");
        var growth = arguments.Fixed(
            "LengthFactor", f => f >= 1, "1 or above, or the cycles shrink to ones of no length", Rational.One, problem: ScheduleProblem.PhaseVanishes);
        var amplitude = arguments.FixedRatio("Amplitude", a => a is > 0 and <= 1, "above 0 and at most 1", Rational.One);
        var floor = arguments.Floor(rate);
        if (isEndless && growth == Rational.One && amplitude == Rational.One && steps.Constant is null or { IsInteger: true })
        {
            return new Phase
            {
                Shape = Cycle(rate, floor, steps),
                Length = steps,
                AfterEnd = AfterEnd.Repeat,
                IsEndless = true,
                WayToEnd = WayToEnd,
            };
        }

        if (isEndless && growth == Rational.One)
            return new Phase { Shape = new RestartsShape(rate, floor, amplitude, steps), WayToEnd = WayToEnd };
        int count;
        bool fallsToFloor = false;
        if (!isEndless)
        {
            count = (int)arguments.Fixed("Cycles", c => c is >= 1 and <= MostCycles && Math.Floor(c).Equals(c), "a whole number from 1 to 128", Rational.One).Numerator;
        }
        else
        {
            var cycles = Cycles(rate, floor, steps, growth, amplitude);
            count = cycles.Count;
            fallsToFloor = cycles.Starts[count] < End(steps);
            if (count > MostLookups)
                arguments.Conflict("LengthFactor", "cycles that grow so slowly would be too many until the last 64-bit step; give 'Cycles', at most 128, or a 'LengthFactor' of 1, or of 1.05 and above");
            if (count > MostCycles || NeedsRemainders(cycles, steps))
                return new Phase { Shape = new GrowingRestartsShape(rate, floor, steps, cycles), WayToEnd = WayToEnd };
        }

        var segments = new List<Segment>();
        // Each from the first one's numbers: taken from the one before, the last of many would be as long a formula as all of them.
        Rational before = Rational.Zero, share = Rational.One, height = Rational.One;
        for (int i = 0; i < count; i++)
        {
            Scalar start = steps * (Scalar)before, length = steps * (Scalar)share, top = rate * (Scalar)height;
            // A top below the floor would be a climb.
            segments.Add(new Segment(steps * (Scalar)(before + share), start, Cycle(i == 0 || floor.IsZero ? top : Scalar.Max(top, floor), floor, length)));
            before += share;
            share *= growth;
            height *= amplitude;
        }

        if (fallsToFloor)
            return new Phase { Lead = segments, Shape = new HoldShape(floor), Origin = steps * (Scalar)before, WayToEnd = WayToEnd };
        var phase = Phase.Of(segments, floor) with { WayToEnd = WayToEnd };
        return isEndless ? phase with { Length = null } : phase;
    }

    private static HalfWaveShape Cycle(Scalar top, Scalar floor, Scalar length) => new(top, floor, new Progress(Scalar.Zero, length));

    /// <summary>Whether a cycle that trainings come to begins at a fraction that a formula would round.</summary>
    private static bool NeedsRemainders(GrowingCycles cycles, Scalar steps) => steps.Constant is { } first
        && cycles.Starts.Select(s => s * first).Any(s => s < s_manySteps && !s.IsInteger && Rational.BitLength(s.Numerator) > ExactBits);

    /// <summary>The last step, in first cycles; of those that run time knows one step is taken to be the shortest.</summary>
    private static Rational End(Scalar steps) => s_afterLastStep / (steps.Constant ?? Rational.One);

    /// <summary>The cycles until the last step, or until the tops have come down to the floor.</summary>
    private static GrowingCycles Cycles(Scalar rate, Scalar floor, Scalar steps, Rational growth, Rational amplitude)
    {
        var lowest = rate.Constant is { Sign: > 0 } top && floor.Constant is { } low ? Rational.Max(low, s_smallestTop) / top : Rational.Zero;
        return new GrowingCycles(growth, amplitude, End(steps), lowest, MostLookups);
    }
}
