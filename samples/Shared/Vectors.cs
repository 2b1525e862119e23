using System.Numerics;
using System.Runtime.InteropServices;

namespace Samples;

/// <summary>The arithmetic of small networks; it allocates nothing.</summary>
static class Vectors
{
    /// <summary>Adds a multiple of one vector to another.</summary>
    public static void AddScaled(Span<float> target, float scale, ReadOnlySpan<float> source)
    {
        var targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        var sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        for (int i = 0; i < targets.Length; i++)
            targets[i] += scale * sources[i];
        for (int i = targets.Length * Vector<float>.Count; i < target.Length; i++)
            target[i] += scale * source[i];
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> values)
    {
        // Exponents are taken relative to the largest, which cannot overflow and leaves the result as it is.
        float largest = float.NegativeInfinity;
        foreach (float value in values)
            largest = MathF.Max(largest, value);

        float sum = 0;
        foreach (ref float value in values)
        {
            value = MathF.Exp(value - largest);
            sum += value;
        }
        foreach (ref float value in values)
            value /= sum;
    }
}
