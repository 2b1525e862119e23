using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>The shapes of a fall to the end.</summary>
internal static class CooldownShapes
{
    private enum CooldownShape
    {
        Linear,
        Cosine,
        OneMinusSqrt,
        Exponential,
        Halving,
        OneMinusSquare,
    }

    /// <summary>The shape that an option names, from one rate to another.</summary>
    /// <param name="arguments">The attribute.</param>
    /// <param name="option">The option.</param>
    /// <param name="end">The argument that gives the end value.</param>
    /// <param name="from">The rate at the start.</param>
    /// <param name="to">The rate at the end.</param>
    /// <param name="steps">The length.</param>
    public static Shape Read(ArgumentReader arguments, string option, string end, Scalar from, Scalar to, Scalar steps)
    {
        var shape = arguments.Option<CooldownShape>(option);
        if (shape == CooldownShape.Exponential && to.IsZero)
        {
            if (!arguments.IsUnknown(end))
                arguments.Conflict(option, "CooldownShape.Exponential needs an end above 0, since equal ratios never reach 0; give '" + end + "'");
            shape = CooldownShape.Linear;
        }
        else if (shape == CooldownShape.Exponential && to.Constant is null)
        {
            arguments.Check(to, CheckKind.Positive, end);
        }

        var progress = new Progress(Scalar.Zero, steps);
        return shape switch
        {
            CooldownShape.Cosine => new HalfWaveShape(from, to, progress),
            CooldownShape.OneMinusSqrt => new SquareRootShape(from, to, progress),
            CooldownShape.Exponential => new GeometricShape(from, to / from, progress),
            CooldownShape.Halving => new HalvingShape(from, to, progress),
            CooldownShape.OneMinusSquare => new KDecayShape(from, to, progress, (Rational)2, Scalar.One),
            _ => new LineShape(from, to, progress),
        };
    }
}
