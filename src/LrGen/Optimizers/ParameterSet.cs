using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using LrGen.CompilerServices;

// The overloads of Add differ in the type of what has to be given.
#pragma warning disable RS0026

namespace LrGen;

/// <summary>The tensors that an optimizer updates, in the order of their registration.</summary>
public sealed class ParameterSet : IReadOnlyList<ParameterTensor>
{
    private readonly List<ParameterTensor> _tensors = [];
    private readonly RuleLayout _layout;
    private readonly bool _accumulates;

    internal ParameterSet(RuleLayout layout, bool accumulates)
    {
        _layout = layout;
        _accumulates = accumulates;
    }

    /// <summary>Gets the group of tensors that are added without one. Its scale and decay can be changed like those of any other.</summary>
    public ParameterGroup DefaultGroup { get; } = new("default");

    /// <summary>Gets the number of tensors.</summary>
    public int Count => _tensors.Count;

    /// <summary>Gets the number of parameters of all tensors together.</summary>
    public long Length { get; private set; }

    /// <summary>Gets a tensor by its place.</summary>
    /// <param name="index">From 0 to below <see cref="Count"/>.</param>
    public ParameterTensor this[int index] => _tensors[index];

    /// <summary>Gets a tensor by its name.</summary>
    /// <param name="name">The name it was added with.</param>
    /// <exception cref="KeyNotFoundException">No tensor has this name.</exception>
    public ParameterTensor this[string name] => Find(name)
        ?? throw new KeyNotFoundException($"No tensor is named '{name}'; there are {Names()}.");

    /// <summary>Adds a tensor whose memory stays where it is: <see cref="IOptimizer.Update()"/> then needs no arguments.</summary>
    /// <param name="name">A name, unique in the set; exceptions and saved states have it.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients, as many.</param>
    /// <param name="group">The group; null for <see cref="DefaultGroup"/>.</param>
    /// <param name="shape">
    /// The lengths of the dimensions; left out, the tensor is a vector. <c>Muon</c> and <c>Adafactor</c> treat matrices as such.
    /// </param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">
    /// The name is taken, there are no parameters, lengths differ, the shape has another length, or memory is that of another tensor, or overlaps without
    /// being the same.
    /// </exception>
    public ParameterTensor<float> Add(
        string name, Memory<float> parameters, Memory<float> gradients, ParameterGroup? group = null, params int[] shape) =>
        AddMemory(name, parameters, gradients, group, shape);

    /// <inheritdoc cref="Add(string, Memory{float}, Memory{float}, ParameterGroup, int[])"/>
    public ParameterTensor<double> Add(
        string name, Memory<double> parameters, Memory<double> gradients, ParameterGroup? group = null, params int[] shape) =>
        AddMemory(name, parameters, gradients, group, shape);

    /// <summary>Adds a tensor of half precision; its state is float.</summary>
    /// <inheritdoc cref="Add(string, Memory{float}, Memory{float}, ParameterGroup, int[])"/>
    public ParameterTensor<Half> Add(
        string name, Memory<Half> parameters, Memory<Half> gradients, ParameterGroup? group = null, params int[] shape) =>
        AddMemory(name, parameters, gradients, group, shape);

    /// <summary>
    /// Adds a tensor that is given with each update, as the next part of the buffer of all:
    /// <see cref="IOptimizer.Update(Span{float}, ReadOnlySpan{float})"/>.
    /// </summary>
    /// <typeparam name="T">float, double or Half.</typeparam>
    /// <param name="name">A name, unique in the set; exceptions and saved states have it.</param>
    /// <param name="group">The group; null for <see cref="DefaultGroup"/>.</param>
    /// <param name="shape">The lengths of the dimensions; one for a vector.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The name is taken, the shape is empty or has a dimension below 1, or the type is another one.</exception>
    public ParameterTensor<T> Add<T>(string name, ParameterGroup? group = null, params int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half))
            throw new ArgumentException($"Parameters are float, double or Half, not {typeof(T).Name}.", nameof(T));
        if (shape.Length == 0)
            throw new ArgumentException($"The shape of '{name}' is empty; give its length.", nameof(shape));
        return Add<T>(name, CheckedLength(name, shape), group, shape);
    }

    /// <summary>Sets the gradients of all tensors with registered memory to 0.</summary>
    public void ClearGradients()
    {
        foreach (var tensor in _tensors)
            tensor.ClearGradients();
    }

    /// <inheritdoc/>
    public IEnumerator<ParameterTensor> GetEnumerator() => _tensors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The tensors, for loops that allocate no enumerator.</summary>
    internal ReadOnlySpan<ParameterTensor> Tensors => CollectionsMarshal.AsSpan(_tensors);

    internal ParameterTensor? Find(string name) => _tensors.Find(t => t.Name == name);

    internal string Names() => _tensors.Count == 0 ? "none" : "'" + string.Join("', '", _tensors.ConvertAll(t => t.Name)) + "'";

    internal ParameterTensor<T> Add<T>(string name, int length, ParameterGroup? group, int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Find(name) is not null)
            throw new ArgumentException($"A tensor is named '{name}' already; give each its own name.", nameof(name));
        var tensor = new ParameterTensor<T>(name, shape, length, group ?? DefaultGroup);
        if (_layout.Refuses(tensor.Dimensions) is { } reason)
            throw new ArgumentException($"[{_layout.Name}] {reason}; tensor '{name}' is {tensor.Dimensions.Describe(shape)}.", nameof(shape));
        tensor.Allocate(_layout, _accumulates);
        tensor.Owner = this;
        _tensors.Add(tensor);
        Length += length;
        return tensor;
    }

    private ParameterTensor<T> AddMemory<T>(string name, Memory<T> parameters, Memory<T> gradients, ParameterGroup? group, int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (parameters.Length == 0)
            throw new ArgumentException($"Tensor '{name}' has no parameters.", nameof(parameters));
        if (gradients.Length != parameters.Length)
            throw new ArgumentException($"Tensor '{name}' has {parameters.Length:N0} parameters and {gradients.Length:N0} gradients.", nameof(gradients));
        if (shape.Length == 0)
            shape = [parameters.Length];
        else if (CheckedLength(name, shape) != parameters.Length)
            throw new ArgumentException($"Tensor '{name}' has {parameters.Length:N0} parameters; a shape of {TensorShape.Text(shape)} has {CheckedLength(name, shape):N0}.", nameof(shape));
        // Before the tensor is added: what is refused leaves the set as it was.
        MemoryOverlap.Check(name, parameters, gradients, Tensors);
        var tensor = Add<T>(name, parameters.Length, group, shape);
        tensor.Bind(parameters, gradients);
        return tensor;
    }

    private static int CheckedLength(string name, int[] shape)
    {
        long length = 1;
        foreach (int dimension in shape)
        {
            if (dimension < 1)
                throw new ArgumentException($"Tensor '{name}' has a dimension of {dimension}; each has to be 1 or above.", nameof(shape));
            length *= dimension;
            if (length > Array.MaxLength)
                throw new ArgumentException($"Tensor '{name}' has more elements than an array can, {Array.MaxLength:N0}.", nameof(shape));
        }

        return (int)length;
    }
}
