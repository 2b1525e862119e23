using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Turns the parameters of schedule-free training, y = β·x + (1 − β)·z, into those to evaluate with, x, and back.</summary>
/// <param name="toAverage">Whether y become x, or x y.</param>
internal readonly struct Average(bool toAverage) : ITensorAction
{
    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Before the first update x, y and z are one point, and z is not kept yet.
        if (tensor.Updates == 0)
            return;
        double beta = tensor.Scalars[0];
        double share = toAverage ? 1.0 - (1.0 / beta) : 1.0 - beta;
        if (typeof(T) == typeof(Half))
            Move(MemoryMarshal.Cast<T, Half>(parameters), (float[])tensor.State[0], (float)share);
        else
            Move(parameters, (T[])tensor.State[0], T.CreateTruncating(share));
    }

    /// <summary>p ← p + share·(z − p).</summary>
    private static void Move<T>(Span<T> parameters, T[] points, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T parameter = ref MemoryMarshal.GetReference(parameters);
        ref T point = ref MemoryMarshal.GetArrayDataReference(points);
        var shares = new Vector<T>(share);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var p = Vector.LoadUnsafe(ref parameter, (nuint)i);
            (p + (shares * (Vector.LoadUnsafe(ref point, (nuint)i) - p))).StoreUnsafe(ref parameter, (nuint)i);
        }

        for (; i < parameters.Length; i++)
            parameters[i] += share * (points[i] - parameters[i]);
    }

    private static void Move(Span<Half> parameters, float[] points, float share)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            float p = (float)parameters[i];
            parameters[i] = (Half)(p + (share * (points[i] - p)));
        }
    }
}
