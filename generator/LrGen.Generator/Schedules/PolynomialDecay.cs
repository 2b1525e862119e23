using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − u / steps)^power.</summary>
internal sealed class PolynomialDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments) =>
        Decays.ToFloor(arguments, (rate, floor, progress) => new PowerShape(rate, floor, progress, arguments.Power("power"), OfRest: true));
}
