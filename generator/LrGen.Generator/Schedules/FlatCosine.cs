using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>rate until FlatShare · steps, and then a half wave to the floor.</summary>
internal sealed class FlatCosine : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        Scalar flat = steps * arguments.Fixed("FlatShare", s => s is > 0 and < 1, "above 0 and below 1", new Rational(3, 4));
        var floor = arguments.Floor(rate);
        return new Phase
        {
            Lead = [new Segment(flat, Scalar.Zero, new HoldShape(rate))],
            Shape = new HalfWaveShape(rate, floor, new Progress(Scalar.Zero, steps - flat)),
            Origin = flat,
            Length = steps,
            EndValue = floor,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
