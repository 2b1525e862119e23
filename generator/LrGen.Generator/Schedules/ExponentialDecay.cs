using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>rate · factor^((u − begin) / every), smoothly or in levels.</summary>
internal sealed class ExponentialDecay : ScheduleFamily
{
    public override Phase Lower(ArgumentReader arguments)
    {
        var rate = arguments.Rate("rate");
        var factor = arguments.Factor("factor");
        var progress = new Progress(Scalar.Zero, arguments.Length("every"));
        Shape shape = arguments.Flag("Staircase") ? new StaircaseShape(rate, factor, progress) : new GeometricShape(rate, factor, progress);
        var floor = arguments.Floor(rate);
        var steps = arguments.OptionalLength("Steps");
        var begin = arguments.StepsOrZero("Begin");
        if (steps is not null && !begin.IsZero)
            begin = Scalar.Min(begin, steps);
        return new Phase
        {
            Lead = begin.IsZero ? [] : [new Segment(begin, Scalar.Zero, new HoldShape(rate))],
            Shape = floor.IsZero ? shape : new FlooredShape(shape, floor),
            Origin = begin,
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
