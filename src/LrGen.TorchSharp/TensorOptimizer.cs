using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrGen;

/// <summary>A generated optimizer that updates the parameters of a TorchSharp module in place, from the gradients that <c>backward()</c> left.</summary>
/// <typeparam name="TOptimizer">The generated class.</typeparam>
/// <remarks>
/// Parameters are float, double or half tensors on the CPU, contiguous as a module's are. One without a gradient is left out of an update, as in PyTorch.
/// State, step and schedule are the generated optimizer's: <see cref="Optimizer"/>.
/// </remarks>
/// <example>
/// <code>
/// [Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
/// sealed partial class CnnAdam;
///
/// var optimizer = new TensorOptimizer&lt;CnnAdam&gt;(model.named_parameters(), new CnnAdam());
/// foreach (var batch in batches)
/// {
///     optimizer.zero_grad();
///     loss(model.call(batch.Images), batch.Labels).backward();
///     optimizer.step();
/// }
/// </code>
/// </example>
public sealed class TensorOptimizer<TOptimizer>
    where TOptimizer : class, IOptimizer
{
    private readonly List<Binding> _bindings = [];

    /// <summary>Initializes an optimizer of parameters without names: they are called 0, 1, 2, ….</summary>
    /// <param name="parameters">The parameters: <c>model.parameters()</c>.</param>
    /// <param name="optimizer">A new generated optimizer.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one is not on the CPU, not contiguous or of another type.</exception>
    public TensorOptimizer(IEnumerable<Parameter> parameters, TOptimizer optimizer)
        : this(Numbered(parameters), optimizer)
    {
    }

    /// <summary>Initializes an optimizer of parameters with names, which exceptions and saved states then have.</summary>
    /// <param name="parameters">The parameters: <c>model.named_parameters()</c>.</param>
    /// <param name="optimizer">A new generated optimizer.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one is not on the CPU, not contiguous or of another type.</exception>
    public TensorOptimizer(IEnumerable<(string name, Parameter parameter)> parameters, TOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        foreach (var (name, parameter) in parameters)
            Add(name, parameter);
        if (_bindings.Count == 0)
            throw new ArgumentException("There are no parameters.", nameof(parameters));
    }

    /// <summary>Gets the generated optimizer: its step, its rate, its state, its threads.</summary>
    public TOptimizer Optimizer { get; }

    /// <summary>Adds a parameter: one of a layer that joins the training later, or one of another group.</summary>
    /// <param name="name">A name of its own.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="group">The group; null for the default one.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken, or the parameter is not on the CPU, not contiguous or of another type, or shares memory with another one.
    /// </exception>
    public void Add(string name, Parameter parameter, ParameterGroup? group = null)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        CheckMemory(name, parameter);
        _bindings.Add(Tensors.TypeOf(name, "parameter", parameter) switch
        {
            ScalarType.Float32 => new Binding<float>(Optimizer, name, parameter, group, Optimizer.Parameters.Add),
            ScalarType.Float64 => new Binding<double>(Optimizer, name, parameter, group, Optimizer.Parameters.Add),
            _ => new Binding<Half>(Optimizer, name, parameter, group, Optimizer.Parameters.Add),
        });
    }

    /// <summary>Updates all parameters that have a gradient.</summary>
    /// <returns>Whether parameters were updated: false while gradients are only accumulated.</returns>
    /// <exception cref="InvalidOperationException">A parameter or gradient has moved to a device, or has another shape or type; nothing was updated.</exception>
    public bool step()
    {
        try
        {
            foreach (var binding in _bindings)
                binding.Open();
            return Optimizer.Update();
        }
        finally
        {
            foreach (var binding in _bindings)
                binding.Close();
        }
    }

    /// <summary>Turns the parameters of a schedule-free optimizer into those to evaluate with, as PyTorch's <c>eval()</c> does.</summary>
    /// <exception cref="InvalidOperationException">The optimizer has no such parameters.</exception>
    public void Evaluate() => Move(o => o.Evaluate(), nameof(Evaluate));

    /// <summary>Turns the parameters of a schedule-free optimizer into those to train with.</summary>
    /// <exception cref="InvalidOperationException">The optimizer has no such parameters.</exception>
    public void Train() => Move(o => o.Train(), nameof(Train));

    /// <summary>Sets all gradients to 0.</summary>
    public void zero_grad()
    {
        foreach (var binding in _bindings)
        {
            using var gradient = binding.Parameter.grad;
            if (gradient is not null)
                gradient.zero_().Dispose();
        }
    }

    /// <inheritdoc cref="IOptimizer.Save"/>
    public void Save(Stream stream) => Optimizer.Save(stream);

    /// <inheritdoc cref="OptimizerFiles.Save"/>
    public void Save(string path, int keep = 0) => Optimizer.Save(path, keep);

    /// <inheritdoc cref="IOptimizer.Load"/>
    public void Load(Stream stream) => Optimizer.Load(stream);

    /// <inheritdoc cref="OptimizerFiles.Load"/>
    public void Load(string path) => Optimizer.Load(path);

    /// <summary>The addresses are those of now; a parameter that is moved keeps its memory for itself.</summary>
    private void CheckMemory(string name, Parameter parameter)
    {
        Tensors.TypeOf(name, "parameter", parameter);
        var bytes = parameter.bytes;
        foreach (var other in _bindings)
        {
            if (other.Parameter.device_type == DeviceType.CPU && bytes.Overlaps(other.Parameter.bytes))
            {
                throw new ArgumentException(
                    $"The parameter '{name}' is in the memory of the parameter '{other.Name}', and would be updated twice. "
                    + "Register a parameter that two layers share once.", nameof(parameter));
            }
        }
    }

    private void Move(Action<IScheduleFree> move, string method)
    {
        if (Optimizer is not IScheduleFree scheduleFree)
            throw new InvalidOperationException($"{typeof(TOptimizer).Name} is not schedule-free: its parameters are the same for training and evaluation, and {method} is not for it.");
        foreach (var binding in _bindings)
            binding.OpenParameters();
        move(scheduleFree);
        // The update has addresses, which keep no tensor from being finalized.
        GC.KeepAlive(this);
    }

    private static IEnumerable<(string, Parameter)> Numbered(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.Select((parameter, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), parameter));
    }

    /// <summary>A parameter and its part of the optimizer.</summary>
    private abstract class Binding(Parameter parameter)
    {
        public Parameter Parameter => parameter;

        public abstract string Name { get; }

        public abstract void Open();

        public abstract void OpenParameters();

        public abstract void Close();
    }

    private delegate ParameterTensor<T> Register<T>(string name, Memory<T> parameters, Memory<T> gradients, ParameterGroup? group, params int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private sealed class Binding<T> : Binding
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TensorMemory<T> _parameters;
        private readonly TensorMemory<T> _gradients;
        private readonly ParameterTensor<T> _tensor;
        private Tensor? _gradient;

        public Binding(TOptimizer optimizer, string name, Parameter parameter, ParameterGroup? group, Register<T> register)
            : base(parameter)
        {
            int length = checked((int)parameter.NumberOfElements);
            _parameters = new TensorMemory<T>(length);
            _gradients = new TensorMemory<T>(length);
            int[] shape = parameter.shape.Length == 0 ? [1] : [.. parameter.shape.Select(d => checked((int)d))];
            // A tensor of the saved state that was loaded before has the name already.
            _tensor = optimizer.Parameters.FirstOrDefault(t => t.Name == name) is ParameterTensor<T> loaded && loaded.Parameters.IsEmpty && loaded.Shape.SequenceEqual(shape)
                ? loaded
                : register(name, _parameters.Memory, _gradients.Memory, group, shape);
            if (_tensor.Parameters.IsEmpty)
                _tensor.Bind(_parameters.Memory, _gradients.Memory);
        }

        public override string Name => _tensor.Name;

        public override void Open()
        {
            _gradient = Parameter.grad;
            _tensor.IsFrozen = _gradient is null;
            if (_gradient is null)
                return;
            OpenParameters();
            _gradients.Point(Tensors.Bytes<T>(_tensor.Name, "gradient", _gradient, _tensor.Length));
        }

        public override void OpenParameters() => _parameters.Point(Tensors.Bytes<T>(_tensor.Name, "parameter", Parameter, _tensor.Length));

        public override void Close()
        {
            _gradient?.Dispose();
            _gradient = null;
        }
    }
}
