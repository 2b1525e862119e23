using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · ((Alpha + 1 − x) · (1 + cos(2π · Periods · x)) / 2 + Beta), x = u / steps.</summary>
internal sealed class LinearCosineDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var floor = arguments.Floor(rate);
        var count = HalfWaves.Count(arguments, "Periods", perUnit: 2);
        var alpha = arguments.FixedRatio("Alpha", a => a >= 0, "0 or above", Rational.Zero);
        Scalar beta = arguments.FixedRatio("Beta", b => b >= 0, "0 or above", Rational.FromDouble(0.001));
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        var range = rate - floor;
        return HalfWaves.Phase(count, end, Wave) with
        {
            Length = steps,
            EndTime = end,
            EndValue = floor + range * ((Scalar)(alpha * HalfWaves.EndHeight(count)) + beta),
            AfterEnd = arguments.AfterEnd(steps, end),
        };

        Shape Wave(bool goesDown, int i, Progress progress)
        {
            var line = new LineShape(range * (Scalar)(alpha + Rational.One), range * (Scalar)alpha, new Progress(progress.Length * (Scalar)(Rational)i, end));
            Scalar top = goesDown ? Scalar.One : Scalar.Zero;
            return new EnvelopeShape(floor + range * beta, line, new HalfWaveShape(top, Scalar.One - top, progress));
        }
    }
}
