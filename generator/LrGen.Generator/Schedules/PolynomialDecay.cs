using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − (u / steps)^TimePower)^power.</summary>
internal sealed class PolynomialDecay : ScheduleFamily
{
    private static readonly string[] s_notCycling = ["TimePower", "End", "AfterEnd"];

    public override Phase Lower(ArgumentReader arguments)
    {
        if (arguments.Flag("Cycling"))
            return Cycling(arguments);
        var power = arguments.Power("power");
        var timePower = arguments.IsGiven("TimePower") ? arguments.Power("TimePower") : Scalar.One;
        return Decays.ToFloor(arguments, (rate, floor, progress) => timePower.Constant == Rational.One
            ? new PowerShape(rate, floor, progress, power, OfRest: true)
            : new KDecayShape(rate, floor, progress, timePower, power));
    }

    private static Phase Cycling(ArgumentReader arguments)
    {
        foreach (string name in s_notCycling.Where(arguments.IsGiven))
            arguments.Conflict(name, "a decay with 'Cycling' has no end, and one power of time; remove '" + name + "' or 'Cycling'");
        var rate = arguments.Rate("rate");
        return new Phase
        {
            Shape = new CyclingPowerShape(rate, arguments.Floor(rate), arguments.Period("steps"), arguments.Power("power")),
            WayToEnd = "put it last",
        };
    }
}
