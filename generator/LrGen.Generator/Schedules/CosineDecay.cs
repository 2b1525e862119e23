using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>floor + (rate − floor) · (1 + cos(π · u / steps)) / 2.</summary>
internal sealed class CosineDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments) =>
        Decays.ToFloor(arguments, (rate, floor, progress) => new HalfWaveShape(rate, floor, progress));
}
