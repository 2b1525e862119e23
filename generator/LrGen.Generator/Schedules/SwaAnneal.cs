using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>A half wave or a line from rate to swaRate, which may be above it.</summary>
internal sealed class SwaAnneal : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var steps = arguments.Length("steps");
        var interpolation = arguments.Option("Interpolation", Interpolation.Cosine);
        return new Phase { Shape = interpolation.Between(arguments.Rate("rate"), arguments.Rate("swaRate"), steps), Length = steps };
    }
}
