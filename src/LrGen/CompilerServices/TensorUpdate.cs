using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Parameters, gradients and state of a tensor, or of a part of it. For generated code.</summary>
/// <typeparam name="T">The type of the arithmetic and of the state.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TensorUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ParameterTensor _tensor;
    private readonly int _start;
    private readonly GradientScaling _scaling;

    internal TensorUpdate(ParameterTensor tensor, Span<T> parameters, ReadOnlySpan<T> gradients, int start, in GradientScaling scaling)
    {
        _tensor = tensor;
        _start = start;
        _scaling = scaling;
        Parameters = parameters;
        Gradients = gradients;
    }

    /// <summary>Gets the parameters.</summary>
    public Span<T> Parameters { get; }

    /// <summary>Gets the gradients as they came.</summary>
    public ReadOnlySpan<T> Gradients { get; }

    /// <summary>Gets what the gradients are multiplied by first.</summary>
    public T GradientScale => T.CreateTruncating(_scaling.Scale);

    /// <summary>Gets the magnitude that they are clipped at then.</summary>
    public T GradientLimit => T.CreateTruncating(_scaling.Limit);

    /// <summary>Gets what they are multiplied by after they are clipped.</summary>
    public T ClippedScale => T.CreateTruncating(_scaling.ClippedScale);

    /// <summary>Gets a value indicating whether the tensor has seen no update yet.</summary>
    public bool IsFirst => _tensor.Updates == 0;

    /// <summary>Gets how many matrices there are.</summary>
    public int Matrices => _tensor.Dimensions.Matrices;

    /// <summary>Gets the rows of each matrix; 1 for a vector.</summary>
    public int Rows => _tensor.Dimensions.Rows;

    /// <summary>Gets the columns of each matrix, or the length of a vector.</summary>
    public int Columns => _tensor.Dimensions.Columns;

    /// <summary>Gets a value indicating whether the tensor has fewer than two dimensions.</summary>
    public bool IsVector => _tensor.Dimensions.IsVector;

    /// <summary>Returns what <see cref="IUpdateRule.Prepare"/> worked out.</summary>
    /// <param name="index">Its place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Constant(int index) => T.CreateTruncating(_tensor.Constants[index]);

    /// <summary>Returns the same as a double, for what a rule works out for a tensor as a whole.</summary>
    /// <param name="index">Its place.</param>
    public double Number(int index) => _tensor.Constants[index];

    /// <summary>Returns an array of the state that has one number for each parameter: the part that belongs to <see cref="Parameters"/>.</summary>
    /// <param name="index">Its place.</param>
    public Span<T> State(int index) => Whole(index).Slice(_start, Parameters.Length);

    /// <summary>Returns an array of the state.</summary>
    /// <param name="index">Its place.</param>
    public Span<T> Whole(int index) => Unsafe.As<T[]>(_tensor.State[index]);

    /// <summary>Returns the squared norm of the gradients, scaled and clipped.</summary>
    public double SquaredGradientNorm() => Reduction.SumOfSquares(Gradients, _scaling) * (_scaling.ClippedScale * _scaling.ClippedScale);
}

/// <summary>What is done to gradients before a rule sees them: g ← clip(g · scale, ±limit) · clipped scale.</summary>
internal readonly record struct GradientScaling(double Scale, double Limit, double ClippedScale)
{
    public bool Clips => Limit < double.PositiveInfinity;
}
