using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>low + (high − low) · triangle(u) · amplitude.</summary>
internal sealed class Cyclic : ScheduleFamily
{
    private enum CycleAmplitude
    {
        Constant,
        Halving,
        Exponential,
    }

    public override Phase Lower(ArgumentReader arguments)
    {
        var low = arguments.RateOrZero("low");
        var high = arguments.Rate("high");
        if (high.Constant < low.Constant && !arguments.IsUnknown("low") && !arguments.IsUnknown("high"))
            arguments.Report(ScheduleProblem.FloorAboveRate, "low", NumberText.Friendly(low.Constant!.Value), NumberText.Friendly(high.Constant!.Value));
        else
            arguments.RequireAbove("high", high, "low", low, "a cycle goes up first");
        var up = arguments.Period("stepsUp");
        var down = arguments.IsGiven("StepsDown") ? arguments.Period("StepsDown") : up;
        var amplitude = arguments.Option<CycleAmplitude>("Amplitude");
        if (amplitude == CycleAmplitude.Exponential != arguments.IsGiven("Factor"))
        {
            arguments.Conflict(amplitude == CycleAmplitude.Exponential ? "Amplitude" : "Factor",
                "'Factor' and CycleAmplitude.Exponential belong together; give both or neither");
        }

        Scalar factor = amplitude switch
        {
            CycleAmplitude.Halving => Rational.Half,
            CycleAmplitude.Exponential when arguments.IsGiven("Factor") =>
                arguments.FixedRatio("Factor", f => f is > 0 and < 1, "above 0 and below 1", Rational.Half),
            _ => Scalar.One,
        };
        var wave = arguments.Option<CycleWave>("Wave");
        // Where a cycle is a whole number of steps, integer arithmetic finds the step's place in it.
        if (factor.Constant == Rational.One && (up + down).Constant is { IsInteger: true })
        {
            return new Phase
            {
                Lead = [new Segment(up, Scalar.Zero, Leg(wave, low, high, new Progress(Scalar.Zero, up)))],
                Shape = Leg(wave, high, low, new Progress(Scalar.Zero, down), isFall: true),
                Origin = up,
                Length = up + down,
                EndValue = low,
                AfterEnd = AfterEnd.Repeat,
                IsEndless = true,
                WayToEnd = "put it last",
                Swing = (low, high),
            };
        }

        return new Phase
        {
            Shape = new TriangleWaveShape(low, high, up, down, factor, IsPerStep: amplitude == CycleAmplitude.Exponential, wave),
            WayToEnd = "put it last",
            Swing = (low, high),
        };
    }

    private static Shape Leg(CycleWave wave, Scalar from, Scalar to, Progress progress, bool isFall = false) => wave switch
    {
        CycleWave.Sine => new QuarterWaveShape(from, to, progress, isFall),
        CycleWave.Cosine => new HalfWaveShape(from, to, progress),
        _ => new LineShape(from, to, progress),
    };
}
