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
        var progress = new Progress(Scalar.Zero, arguments.Period("every"));
        Shape shape = arguments.Flag("Staircase") ? new StaircaseShape(rate, factor, progress) : new GeometricShape(rate, factor, progress);
        var phase = Decays.Endless(arguments, rate, shape);
        var begin = arguments.StepsOrZero("Begin");
        if (phase.Length is { } steps && !begin.IsZero)
            begin = Scalar.Min(begin, steps);
        return phase with
        {
            Lead = begin.IsZero ? [] : [new Segment(begin, Scalar.Zero, new HoldShape(rate))],
            Origin = begin,
        };
    }
}
