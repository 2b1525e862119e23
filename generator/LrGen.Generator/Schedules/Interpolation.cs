using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;

namespace LrGen.Generator.Schedules;

/// <summary>The runtime's <c>Interpolation</c> by value.</summary>
internal enum Interpolation
{
    Linear,
    Cosine,
}

/// <summary>The shapes of interpolations.</summary>
internal static class Interpolations
{
    /// <summary>From one value to another in so many steps.</summary>
    public static Shape Between(this Interpolation interpolation, Scalar from, Scalar to, Scalar steps)
    {
        var progress = new Progress(Scalar.Zero, steps);
        return interpolation == Interpolation.Cosine ? new HalfWaveShape(from, to, progress) : new LineShape(from, to, progress);
    }
}
