using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate.</summary>
internal sealed class Constant : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments) => new()
    {
        Shape = new HoldShape(arguments.Rate("rate")),
        Length = arguments.OptionalLength("Steps"),
    };
}
