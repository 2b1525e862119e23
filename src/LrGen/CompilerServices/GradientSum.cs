using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Adds gradients to the sum of a tensor.</summary>
internal readonly struct GradientSum(double scale) : ITensorAction
{
    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = tensor.State[^1];
        if (typeof(T) == typeof(Half))
        {
            var halves = MemoryMarshal.Cast<T, Half>(gradients);
            var singles = (float[])sums;
            for (int i = 0; i < singles.Length; i++)
                singles[i] += (float)halves[i] * (float)scale;
            return;
        }

        var sum = (T[])sums;
        ref T target = ref MemoryMarshal.GetArrayDataReference(sum);
        ref T source = ref MemoryMarshal.GetReference(gradients);
        T factor = T.CreateTruncating(scale);
        var factors = new Vector<T>(factor);
        int index = 0;
        for (; index <= sum.Length - Vector<T>.Count; index += Vector<T>.Count)
        {
            var total = Vector.LoadUnsafe(ref target, (nuint)index) + (Vector.LoadUnsafe(ref source, (nuint)index) * factors);
            total.StoreUnsafe(ref target, (nuint)index);
        }

        for (; index < sum.Length; index++)
            sum[index] += gradients[index] * factor;
    }
}
