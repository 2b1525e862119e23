using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using LrGen.CompilerServices;

namespace LrGen;

/// <summary>One tensor of parameters: what an optimizer keeps state for.</summary>
public abstract class ParameterTensor
{
    private protected ParameterTensor(string name, int[] shape, int length, ParameterGroup group)
    {
        Name = name;
        Shape = shape;
        Length = length;
        Group = group;
        Dimensions = TensorShape.Of(shape);
    }

    /// <summary>Gets the name, unique in its set.</summary>
    public string Name { get; }

    /// <summary>Gets the lengths of the dimensions. A matrix of a layer has one row for each output, as in PyTorch.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Gets the number of parameters.</summary>
    public int Length { get; }

    /// <summary>Gets the group, which has the tensor's rate scale.</summary>
    public ParameterGroup Group { get; }

    /// <summary>Gets the type of the parameters: float, double or Half.</summary>
    public abstract Type ElementType { get; }

    /// <summary>Gets how many updates the tensor has seen; one that is added during a training starts at 0.</summary>
    public long Updates { get; internal set; }

    /// <summary>
    /// Gets or sets a value indicating whether updates leave the tensor out: its parameters, its state and its count stay as they are, and its gradient
    /// is not looked at. Default false. It is no part of the saved state.
    /// </summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether parameters and gradients are bound.</summary>
    internal bool HasMemory { get; private protected set; }

    internal TensorShape Dimensions { get; }

    /// <summary>Numbers of the state that are not one for each parameter.</summary>
    internal double[] Scalars { get; private set; } = [];

    /// <summary>What the update that runs has worked out for all parameters of the tensor.</summary>
    internal double[] Constants { get; private set; } = [];

    /// <summary>
    /// The arrays of the state; for parameters of half precision they are float. Where gradients are accumulated, their sum is the last.
    /// </summary>
    internal Array[] State { get; private set; } = [];

    /// <summary>Copies of parameters and gradients of half precision, for rules that look at a tensor as a whole.</summary>
    internal (float[] Parameters, float[] Gradients)? SingleCopies { get; set; }

    /// <summary>The memory of the parameters, whatever their type.</summary>
    internal abstract ReadOnlySpan<byte> ParameterBytes { get; }

    /// <summary>The memory of the gradients.</summary>
    internal abstract ReadOnlySpan<byte> GradientBytes { get; }

    /// <summary>The set that the tensor is in.</summary>
    internal ParameterSet? Owner { get; set; }

    internal abstract void ClearGradients();

    /// <summary>Puts in place what was read from a saved state.</summary>
    internal void Restore(long updates, double[] scalars, Array[] state) => (Updates, Scalars, State) = (updates, scalars, state);

    internal void Allocate(RuleLayout layout, bool accumulates)
    {
        Scalars = new double[layout.Scalars.Length];
        Constants = new double[layout.Constants];
        State = new Array[layout.States.Length + (accumulates ? 1 : 0)];
        for (int i = 0; i < State.Length; i++)
        {
            long length = i < layout.States.Length ? layout.States[i].LengthFor(Dimensions) : Length;
            State[i] = ElementType == typeof(double) ? new double[length] : new float[length];
        }
    }
}

/// <summary>One tensor of parameters of one type.</summary>
/// <typeparam name="T">float, double or Half.</typeparam>
public sealed class ParameterTensor<T> : ParameterTensor
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Memory<T> _parameters;
    private Memory<T> _gradients;

    internal ParameterTensor(string name, int[] shape, int length, ParameterGroup group)
        : base(name, shape, length, group)
    {
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Gets the memory of the parameters; empty where they come as a span with each update.</summary>
    public Memory<T> Parameters => _parameters;

    /// <summary>Gets the memory of the gradients; empty where they come as a span with each update.</summary>
    public Memory<T> Gradients => _gradients;

    /// <summary>Sets where the parameters and the gradients are from now on.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <exception cref="ArgumentException">
    /// A length is not that of the tensor, or memory is that of another tensor, or overlaps without being the same; the message names both.
    /// </exception>
    public void Bind(Memory<T> parameters, Memory<T> gradients)
    {
        CheckLength(parameters.Length, nameof(parameters));
        CheckLength(gradients.Length, nameof(gradients));
        MemoryOverlap.Check(Name, parameters, gradients, Owner is null ? [] : Owner.Tensors);
        _parameters = parameters;
        _gradients = gradients;
        HasMemory = true;
    }

    internal override ReadOnlySpan<byte> ParameterBytes => MemoryMarshal.AsBytes<T>(_parameters.Span);

    internal override ReadOnlySpan<byte> GradientBytes => MemoryMarshal.AsBytes<T>(_gradients.Span);

    internal override void ClearGradients() => _gradients.Span.Clear();

    private void CheckLength(int length, string argument)
    {
        if (length != Length)
            throw new ArgumentException($"Tensor '{Name}' has {Length:N0} elements; {argument} has {length:N0}.", argument);
    }
}
