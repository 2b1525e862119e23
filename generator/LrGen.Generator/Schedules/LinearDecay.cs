using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Schedules;

/// <summary>from + (to − from) · u / steps.</summary>
internal sealed class LinearDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var from = arguments.RateOrZero("from");
        var to = arguments.RateOrZero("to");
        if (arguments.Quantity == Quantity.LearningRate && from.IsZero && to.IsZero && !arguments.IsUnknown("from") && !arguments.IsUnknown("to"))
            arguments.Report(ScheduleProblem.RateNotPositive, "from");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        return new Phase
        {
            Shape = new LineShape(from, to, new Progress(Scalar.Zero, end)),
            Length = steps,
            EndTime = end,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }
}
