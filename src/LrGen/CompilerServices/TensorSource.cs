using System;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>What is done to tensors, one after the other, in the type of their parameters.</summary>
internal interface ITensorAction
{
    void Do<T>(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Where parameters and gradients are: in one buffer, tensor after tensor, or by default each in the memory of its tensor.</summary>
internal readonly ref struct TensorSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public TensorSource(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        IsBuffer = true;
        Parameters = parameters;
        Gradients = gradients;
    }

    public bool IsBuffer { get; }

    public Span<T> Parameters { get; }

    public ReadOnlySpan<T> Gradients { get; }

    /// <summary>Does something to every tensor, frozen ones only where it says so.</summary>
    public void Visit<TAction>(ParameterSet set, ref TAction action, bool withFrozen = false)
        where TAction : struct, ITensorAction
    {
        int start = 0;
        foreach (var tensor in set.Tensors)
        {
            if (withFrozen || !tensor.IsFrozen)
            {
                if (IsBuffer)
                    action.Do(tensor, Parameters.Slice(start, tensor.Length), Gradients.Slice(start, tensor.Length));
                else if (tensor is ParameterTensor<float> single)
                    action.Do(tensor, single.Parameters.Span, single.Gradients.Span);
                else if (tensor is ParameterTensor<double> real)
                    action.Do(tensor, real.Parameters.Span, real.Gradients.Span);
                else if (tensor is ParameterTensor<Half> half)
                    action.Do(tensor, half.Parameters.Span, half.Gradients.Span);
            }

            start += tensor.Length;
        }
    }
}
