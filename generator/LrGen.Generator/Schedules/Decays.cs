using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>What decays have in common.</summary>
internal static class Decays
{
    /// <summary>A phase from the rate to the floor in <c>steps</c>, with the options <c>End</c> and <c>AfterEnd</c>.</summary>
    public static Phase ToFloor(ArgumentReader arguments, Func<Scalar, Scalar, Progress, Shape> shape)
    {
        var rate = arguments.Rate("rate");
        var steps = arguments.Length("steps");
        var end = arguments.EndTime(steps);
        return new Phase
        {
            Shape = shape(rate, arguments.Floor(rate), new Progress(Scalar.Zero, end)),
            Length = steps,
            EndTime = end,
            AfterEnd = arguments.AfterEnd(steps, end),
        };
    }

    /// <summary>A phase without an end of its own, with the options <c>Floor</c>, <c>Steps</c> and <c>AfterEnd</c>.</summary>
    public static Phase Endless(ArgumentReader arguments, Scalar rate, Shape shape)
    {
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
