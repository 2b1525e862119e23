using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>peak / InitialDivisor → peak → peak / (InitialDivisor · FinalDivisor), reached at the last step.</summary>
internal sealed class OneCycle : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var peak = arguments.Rate("peak");
        var steps = arguments.Length("steps");
        bool hasThreePhases = arguments.Flag("ThreePhase");
        double longest = hasThreePhases ? 0.5 : 1;
        var share = arguments.Fixed("RiseShare", s => s > 0 && s < 1 && s <= longest,
            hasThreePhases ? "above 0 and at most 0.5 with three phases" : "above 0 and below 1", new Rational(3, 10));
        var initial = peak / arguments.FixedRatio("InitialDivisor", d => d >= 1, "1 or above", 25);
        var final = initial / arguments.FixedRatio("FinalDivisor", d => d >= 1, "1 or above", 10_000);
        var interpolation = arguments.Option("Interpolation", Interpolation.Cosine);

        var rise = steps * share - Scalar.One;
        var end = steps - Scalar.One;
        if (rise.Constant is { Sign: <= 0 })
        {
            if (!arguments.IsUnknown("steps"))
                arguments.Conflict("RiseShare", "the rise, 'RiseShare' of the steps, has to be longer than one step; give more steps or a larger share");
            return new Phase { Shape = interpolation.Between(initial, peak, Scalar.One), Length = Scalar.One };
        }

        if (rise.Constant is null)
            arguments.Check(steps * share, CheckKind.AboveOne, "steps", unlessZero: steps);
        var lead = new List<Segment> { new(rise, Scalar.Zero, interpolation.Between(initial, peak, rise)) };
        var origin = rise;
        if (hasThreePhases)
        {
            lead.Add(new Segment(rise + rise, rise, interpolation.Between(peak, initial, rise)));
            origin = rise + rise;
        }

        return new Phase
        {
            Lead = lead,
            Shape = interpolation.Between(hasThreePhases ? initial : peak, final, end - origin),
            Origin = origin,
            Length = steps,
            EndTime = end,
            EndValue = final,
            Swing = (initial, peak),
        };
    }
}
