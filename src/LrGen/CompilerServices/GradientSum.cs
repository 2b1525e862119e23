using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Adds gradients to the sum of a tensor.</summary>
internal static class GradientSum
{
    public static void Add<T>(ParameterTensor tensor, ReadOnlySpan<T> gradients, bool isBuffer, double scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (isBuffer)
            AddTo(tensor.State[^1], gradients, scale);
        else if (tensor is ParameterTensor<float> single)
            AddTo<float>(tensor.State[^1], single.Gradients.Span, scale);
        else if (tensor is ParameterTensor<double> real)
            AddTo<double>(tensor.State[^1], real.Gradients.Span, scale);
        else if (tensor is ParameterTensor<Half> half)
            AddTo<Half>(tensor.State[^1], half.Gradients.Span, scale);
    }

    private static void AddTo<T>(Array sums, ReadOnlySpan<T> gradients, double scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
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
