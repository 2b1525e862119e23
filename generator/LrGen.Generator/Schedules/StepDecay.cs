using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · factor^⌊u / every⌋.</summary>
internal sealed class StepDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var every = arguments.Length("every");
        Shape shape = new StaircaseShape(rate, arguments.Factor("factor"), new Progress(Scalar.Zero, every));
        var floor = arguments.Floor(rate);
        var steps = arguments.OptionalLength("Steps");
        return new Phase
        {
            Shape = floor.IsZero ? shape : new FlooredShape(shape, floor),
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
