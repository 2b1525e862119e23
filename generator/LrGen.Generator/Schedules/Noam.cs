using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Factor ÷ √modelSize · min(u ÷ w^1.5, 1 ÷ √u), the peak held for HoldSteps.</summary>
internal sealed class Noam : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var size = arguments.Size("modelSize");
        var warmup = arguments.Period("warmupSteps");
        var peak = Scalar.Sqrt(Scalar.One / (size * warmup)) * (arguments.IsGiven("Factor") ? arguments.Factor("Factor", mayGrow: true) : Scalar.One);
        var hold = arguments.StepsOrZero("HoldSteps");
        var power = arguments.IsGiven("Power") ? arguments.Power("Power") : Rational.Half;
        var top = warmup + hold;
        var lead = new List<Segment> { new(warmup, Scalar.Zero, new LineShape(Scalar.Zero, peak, new Progress(Scalar.Zero, warmup))) };
        if (!hold.IsZero)
            lead.Add(new Segment(top, warmup, new HoldShape(peak)));
        var steps = arguments.OptionalLength("Steps");
        if (steps?.Constant <= top.Constant && !arguments.IsUnknown("Steps"))
        {
            arguments.Conflict("Steps", "the schedule would end before its decay begins, at step " + Text.Bare(top) + "; give more steps");
            steps = null;
        }
        else if (steps is { Constant: null } || steps is not null && top.Constant is null)
        {
            arguments.Check(steps! - top, CheckKind.NotNegative, "Steps");
        }

        return new Phase
        {
            Lead = lead,
            Shape = new InversePowerShape(peak, power, warmup),
            Origin = top,
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
