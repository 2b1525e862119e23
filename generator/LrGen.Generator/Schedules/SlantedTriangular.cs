using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>peak / Ratio → peak at ⌊steps · CutShare⌋ → peak / Ratio.</summary>
internal sealed class SlantedTriangular : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var peak = arguments.Rate("peak");
        var steps = arguments.Length("steps");
        var cut = Scalar.Floor(steps * arguments.Fixed("CutShare", s => s is > 0 and < 1, "above 0 and below 1", new Rational(1, 10)));
        var low = peak / arguments.FixedRatio("Ratio", r => r >= 1, "1 or above", 32);
        if (cut.IsZero)
        {
            if (!arguments.IsUnknown("steps"))
                arguments.Conflict("CutShare", "the rise, 'CutShare' of the steps, has to be at least one step; give more steps or a larger share");
            cut = Scalar.One;
        }
        else if (cut.Constant is null)
        {
            arguments.Check(cut, CheckKind.Positive, "steps", unlessZero: steps);
        }

        return new Phase
        {
            Lead = [new Segment(cut, Scalar.Zero, new LineShape(low, peak, new Progress(Scalar.Zero, cut)))],
            Shape = new LineShape(peak, low, new Progress(Scalar.Zero, steps - cut)),
            Origin = cut,
            Length = steps,
            EndValue = low,
        };
    }
}
