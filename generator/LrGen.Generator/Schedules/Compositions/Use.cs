using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>Another declaration, as a phase.</summary>
internal sealed class Use : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var steps = arguments.OptionalLength("Steps");
        if (arguments.Timelines() is not [{ } timeline])
            return new Phase { Shape = new HoldShape(Scalar.One), Length = steps ?? Scalar.One };
        return Phase.Of(timeline, steps);
    }
}
