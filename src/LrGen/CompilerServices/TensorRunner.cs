using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Runs a rule over a tensor or a part of it, in the type of its arithmetic.</summary>
internal static class TensorRunner
{
    /// <summary>Parameters of half precision are updated in blocks that stay in the first cache.</summary>
    private const int HalfBlock = 1024;

    /// <param name="rule">The rule.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="parameters">The parameters of the part.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="start">Where in the tensor the part starts.</param>
    /// <param name="sums">The accumulated gradients of the tensor, which stand for those given.</param>
    /// <param name="scaling">What happens to the gradients.</param>
    public static void Run<TRule, T>(
        TRule rule, ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients, int start, Array? sums, in GradientScaling scaling)
        where TRule : struct, IUpdateRule
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(Half))
        {
            RunHalf(rule, tensor, MemoryMarshal.Cast<T, Half>(parameters), MemoryMarshal.Cast<T, Half>(gradients), start, (float[]?)sums, scaling);
            return;
        }

        if (sums is not null)
            gradients = Unsafe.As<T[]>(sums).AsSpan(start, parameters.Length);
        rule.Apply(new TensorUpdate<T>(tensor, parameters, gradients, start, scaling));
    }

    private static void RunHalf<TRule>(
        TRule rule, ParameterTensor tensor, Span<Half> parameters, ReadOnlySpan<Half> gradients, int start, float[]? sums, in GradientScaling scaling)
        where TRule : struct, IUpdateRule
    {
        if (!TRule.Layout.IsElementwise)
        {
            tensor.SingleCopies ??= (new float[tensor.Length], new float[tensor.Length]);
            var (allParameters, allGradients) = tensor.SingleCopies.Value;
            Update(rule, parameters, gradients, start, allParameters, allGradients, scaling);
            return;
        }

        Span<float> blockParameters = stackalloc float[HalfBlock];
        Span<float> blockGradients = stackalloc float[HalfBlock];
        for (int i = 0; i < parameters.Length; i += HalfBlock)
        {
            int length = Math.Min(HalfBlock, parameters.Length - i);
            Update(rule, parameters.Slice(i, length), gradients.Slice(i, length), start + i, blockParameters[..length], blockGradients[..length], scaling);
        }

        void Update(
            TRule rule, Span<Half> parameters, ReadOnlySpan<Half> gradients, int start, Span<float> singles, Span<float> singleGradients, in GradientScaling scaling)
        {
            for (int i = 0; i < parameters.Length; i++)
                singles[i] = (float)parameters[i];
            if (sums is not null)
            {
                sums.AsSpan(start, gradients.Length).CopyTo(singleGradients);
            }
            else
            {
                for (int i = 0; i < gradients.Length; i++)
                    singleGradients[i] = (float)gradients[i];
            }

            rule.Apply(new TensorUpdate<float>(tensor, singles, singleGradients, start, scaling));
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = (Half)singles[i];
        }
    }
}
