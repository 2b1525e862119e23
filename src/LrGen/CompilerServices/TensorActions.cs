using System;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>Throws for the first gradient that is not finite.</summary>
internal readonly struct FiniteCheck(long step) : ITensorAction
{
    public void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index = Reduction.FirstNonFinite(gradients);
        if (index >= 0)
            throw new NonFiniteGradientException(tensor.Name, index, double.CreateTruncating(gradients[index]), step);
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
