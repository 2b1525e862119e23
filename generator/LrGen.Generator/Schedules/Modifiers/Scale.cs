namespace LrGen.Generator.Schedules;

/// <summary>rate · factor.</summary>
internal sealed class Scale : ScheduleModifier
{
    public override int Order => 1;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var factor = arguments.Factor("factor", mayGrow: true);
        return timeline.Scale(factor);
    }
}
