using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Schedules that go from level to level at given steps.</summary>
internal static class Levels
{
    /// <summary>A level until each boundary, one more after the last, with the options <c>Steps</c> and <c>AfterEnd</c>.</summary>
    public static Phase Phase(ArgumentReader arguments, IReadOnlyList<Shape> levels, IReadOnlyList<Rational> boundaries)
    {
        var length = arguments.FixedLength("Steps");
        // What begins after the end is never seen.
        int count = boundaries.Count(b => length is null || b <= length);
        Scalar? steps = length is { } known ? known : null;
        return new Phase
        {
            Lead = [.. boundaries.Take(count).Select((b, i) => new Segment(b, Scalar.Zero, levels[i]))],
            Shape = levels[count],
            Origin = count == 0 ? Scalar.Zero : boundaries[count - 1],
            Length = steps,
            AfterEnd = arguments.AfterEnd(steps, steps),
        };
    }
}
