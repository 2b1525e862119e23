using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>rates[i] from boundaries[i − 1] on.</summary>
internal sealed class PiecewiseConstant : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var boundaries = arguments.Milestones("boundaries");
        var rates = arguments.Rates("rates", "boundaries");
        return rates.Count == 0
            ? Levels.Phase(arguments, [new HoldShape(Scalar.One)], [])
            : Levels.Phase(arguments, [.. rates.Select(r => new HoldShape(r))], boundaries);
    }
}
