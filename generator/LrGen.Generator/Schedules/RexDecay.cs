using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 − x) ÷ (1 − x / 2), x = u / steps.</summary>
internal sealed class RexDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments) =>
        Decays.ToFloor(arguments, (rate, floor, progress) => new RexShape(rate, floor, progress));
}
