using System;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>Throws for the first gradient that is not finite, or no longer is when it is scaled.</summary>
internal readonly struct FiniteCheck(long step, double scale) : ITensorAction
{
    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index = Reduction.FirstNonFinite(gradients);
        if (index >= 0)
            throw new NonFiniteGradientException(tensor.Name, index, double.CreateTruncating(gradients[index]), step);
        // A scale of at most 1 makes no gradient larger.
        if (Math.Abs(scale) > 1 && FirstOverflow(gradients) is >= 0 and var overflow)
            throw new NonFiniteGradientException(tensor.Name, overflow, double.CreateTruncating(gradients[overflow]), step, scale);
    }

    /// <summary>The arithmetic of half precision is float.</summary>
    private int FirstOverflow<T>(ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = typeof(T) == typeof(double) ? double.MaxValue : float.MaxValue, limit = largest / Math.Abs(scale);
        bool isScaleFinite = Math.Abs(scale) <= largest;
        for (int i = 0; i < gradients.Length; i++)
        {
            // A scale that is infinite in the type of the arithmetic makes NaN of 0.
            if (!isScaleFinite || double.CreateTruncating(T.Abs(gradients[i])) > limit)
                return i;
        }

        return -1;
    }
}

/// <summary>Adds up the squared norms of the gradients, or of their sums where they are accumulated.</summary>
internal struct SquaredNorm(OptimizerCore core, GradientScaling scaling) : ITensorAction
{
    public double Sum { get; private set; }

    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum += core.Sums(tensor) switch
    {
        float[] sums => Reduction.SumOfSquares<float>(sums, scaling),
        double[] sums => Reduction.SumOfSquares<double>(sums, scaling),
        _ => Reduction.SumOfSquares(gradients, scaling),
    };
}

/// <summary>Runs a rule.</summary>
internal readonly struct RuleRun<TRule>(OptimizerCore core, TRule rule, GradientScaling scaling) : ITensorAction
    where TRule : struct, IUpdateRule
{
    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorRunner.Run(rule, tensor, parameters, gradients, 0, core.Sums(tensor), scaling);
}
