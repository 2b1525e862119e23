using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>What schedules that rise, stay and fall have in common.</summary>
internal static class Trapezoid
{
    /// <summary>A line up, a level, and a shape down to <paramref name="last"/>.</summary>
    public static Phase Phase(Scalar first, Scalar rate, Scalar last, Scalar rise, Scalar stay, Scalar fall, Shape down)
    {
        var top = rise + stay;
        return new Phase
        {
            Lead =
            [
                new Segment(rise, Scalar.Zero, new LineShape(first, rate, new Progress(Scalar.Zero, rise))),
                new Segment(top, rise, new HoldShape(rate)),
            ],
            Shape = down,
            Origin = top,
            Length = top + fall,
            EndValue = last,
            Stages = 3,
        };
    }
}
