using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>What decays without an end of their own have in common.</summary>
internal static class Decays
{
    /// <summary>A phase with the options <c>Floor</c>, <c>Steps</c> and <c>AfterEnd</c>.</summary>
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
