using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · method(u).</summary>
internal sealed class Function : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.IsGiven("Rate") ? arguments.Rate("Rate") : Scalar.One;
        var steps = arguments.OptionalLength("Steps");
        return new Phase
        {
            Shape = arguments.Method() is { } method ? new FunctionShape(rate, method.Method, method.StepKeyword) : new HoldShape(rate),
            Length = steps,
        };
    }
}
