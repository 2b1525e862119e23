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
        return new Phase
        {
            Shape = floor.IsZero ? shape : new FlooredShape(shape, floor),
            Begin = arguments.StepsOrZero("Begin"),
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
