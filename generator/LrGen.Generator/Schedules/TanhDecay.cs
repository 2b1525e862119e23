using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − tanh z) / 2, z = Lower + (Upper − Lower) · u / steps; from the end on the floor.</summary>
internal sealed class TanhDecay : ScheduleFamily
{
    private const int Steepest = 300;

    public override Phase Lower(ArgumentReader arguments)
    {
        var lower = Bound(arguments, "Lower", -7);
        var upper = Bound(arguments, "Upper", 3);
        if (upper <= lower)
        {
            arguments.Conflict(arguments.IsGiven("Upper") ? "Upper" : "Lower", "the tangent goes from 'Lower' up to 'Upper'; 'Upper' has to be above 'Lower'");
            upper = lower + 1;
        }

        // (1 − tanh z) / 2 = 1 / (1 + e^2z), which does not cancel.
        Scalar last = Scalar.Zero;
        var phase = Decays.ToFloor(arguments, (rate, floor, progress) => new LogisticShape(last = floor, rate, lower * 2, (upper - lower) * 2, progress));
        return phase with { EndValue = last };
    }

    private static Rational Bound(ArgumentReader arguments, string name, long byDefault) =>
        arguments.FixedRatio(name, z => z is >= -Steepest and <= Steepest, "from -300 to 300", byDefault);
}
