using System;
using System.ComponentModel;
using System.IO;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>
/// All of an optimizer but its rule and its schedule: the tensors, the counter, what happens to gradients, threads, saved states. For
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptimizerCore
{
    private const int MostThreads = 1024;

    /// <summary>The tensor of a buffer that is given without registration.</summary>
    private const string WholeBuffer = "parameters";

    private readonly int _accumulationSteps;
    private int _threads = 1;
    private double _gradientScale = 1;
    private ParallelUpdate? _parallel;

    /// <summary>Initializes the core.</summary>
    /// <param name="layout">What the rule keeps.</param>
    /// <param name="accumulationSteps">Over how many calls gradients are averaged.</param>
    public OptimizerCore(RuleLayout layout, int accumulationSteps = 1)
    {
        Layout = layout;
        _accumulationSteps = accumulationSteps;
        Parameters = new ParameterSet(layout, accumulationSteps > 1);
    }

    /// <summary>Gets the tensors.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Gets the number of updates that have run.</summary>
    public long Step { get; internal set; }

    /// <summary>Gets or sets how many threads share an update.</summary>
    public int Threads
    {
        get => _threads;
        set => _threads = value is >= 1 and <= MostThreads
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threads), value, "The number of threads has to be from 1 to 1,024.");
    }

    /// <summary>Gets or sets what gradients are multiplied by first.</summary>
    public double GradientScale
    {
        get => _gradientScale;
        set => _gradientScale = double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(GradientScale), value, "The scale of the gradients has to be finite.");
    }

    internal RuleLayout Layout { get; }

    /// <summary>Gets a value indicating whether the parameters are those to evaluate with, which updates must not start from.</summary>
    public bool IsEvaluating { get; internal set; }

    /// <summary>How many calls have added to the sums of gradients since the last update.</summary>
    internal int Accumulated { get; set; }

    internal bool Accumulates => _accumulationSteps > 1;

    /// <summary>Updates the tensors with registered memory.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    /// <param name="rule">The hyperparameters of this update.</param>
    /// <param name="handling">What happens to the gradients.</param>
    /// <returns>Whether parameters were updated.</returns>
    public bool Update<TRule>(TRule rule, in GradientHandling handling)
        where TRule : struct, IUpdateRule
    {
        CheckMode();
        CheckMemory(nameof(Update), "parameters and gradients");
        return Run(rule, handling, default(TensorSource<float>));
    }

    /// <summary>Updates tensors that lie in one buffer.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="rule">The hyperparameters of this update.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">All gradients.</param>
    /// <param name="handling">What happens to the gradients.</param>
    /// <returns>Whether parameters were updated.</returns>
    public bool Update<TRule, T>(TRule rule, Span<T> parameters, ReadOnlySpan<T> gradients, in GradientHandling handling)
        where TRule : struct, IUpdateRule
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckMode();
        CheckBuffers<T>(parameters.Length, gradients.Length);
        if (MemoryOverlap.IsShifted<T>(parameters, gradients))
        {
            throw new ArgumentException(
                "The buffers of parameters and gradients overlap: the update would overwrite gradients before it reads them. Give them memory of their own, "
                + "or the same.", nameof(gradients));
        }

        if (Parameters.Count == 0)
            Parameters.Add<T>(WholeBuffer, parameters.Length, null, [parameters.Length]);
        return Run(rule, handling, new TensorSource<T>(parameters, gradients));
    }

    /// <inheritdoc cref="IScheduleFree.Evaluate()"/>
    public void Evaluate() => MoveMemory(toAverage: true, nameof(Evaluate));

    /// <inheritdoc cref="IScheduleFree.Evaluate(Span{float})"/>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    public void Evaluate<T>(Span<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => MoveBuffer(parameters, toAverage: true);

    /// <inheritdoc cref="IScheduleFree.Train()"/>
    public void Train() => MoveMemory(toAverage: false, nameof(Train));

    /// <inheritdoc cref="IScheduleFree.Train(Span{float})"/>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    public void Train<T>(Span<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => MoveBuffer(parameters, toAverage: false);

    /// <inheritdoc cref="IOptimizer.Save"/>
    public void Save(Stream stream) => CheckpointWriter.Write(this, stream);

    /// <inheritdoc cref="IOptimizer.Load"/>
    public void Load(Stream stream) => CheckpointReader.Read(this, stream);

    private bool Run<TRule, T>(TRule rule, in GradientHandling handling, TensorSource<T> source)
        where TRule : struct, IUpdateRule
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (handling.Check)
        {
            var check = new FiniteCheck(Step, _gradientScale);
            source.Visit(Parameters, ref check);
        }

        double scale = _gradientScale;
        if (Accumulates)
        {
            var sum = new GradientSum(scale);
            source.Visit(Parameters, ref sum);
            if (++Accumulated < _accumulationSteps)
                return false;
            scale = 1.0 / _accumulationSteps;
        }

        var scaling = Scaling(handling, scale, source);
        foreach (var tensor in Parameters.Tensors)
        {
            if (!tensor.IsFrozen)
                rule.Prepare(new TensorStep(tensor), tensor.Scalars, tensor.Constants);
        }

        if (_threads > 1)
        {
            var parallel = _parallel as ParallelUpdate<TRule>;
            if (parallel is null)
                _parallel = parallel = new ParallelUpdate<TRule>(this);
            parallel.Run(rule, scaling, source);
        }
        else
        {
            var run = new RuleRun<TRule>(this, rule, scaling);
            source.Visit(Parameters, ref run);
        }

        foreach (var tensor in Parameters.Tensors)
        {
            if (tensor.IsFrozen)
                continue;
            tensor.Updates++;
            if (Accumulates)
                Array.Clear(tensor.State[^1]);
        }

        Accumulated = 0;
        Step++;
        return true;
    }

    /// <summary>The accumulated gradients; null where each update has its own.</summary>
    internal Array? Sums(ParameterTensor tensor) => Accumulates ? tensor.State[^1] : null;

    private GradientScaling Scaling<T>(in GradientHandling handling, double scale, TensorSource<T> source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var scaling = new GradientScaling(scale, handling.ClipValue > 0 ? handling.ClipValue : double.PositiveInfinity, 1);
        if (!(handling.ClipNorm > 0))
            return scaling;
        var norm = new SquaredNorm(this, scaling);
        source.Visit(Parameters, ref norm);
        double factor = Math.Min(1, handling.ClipNorm / (Math.Sqrt(norm.Sum) + handling.NormMargin));
        // One multiplication where nothing happens between the two.
        return scaling.Clips ? scaling with { ClippedScale = factor } : scaling with { Scale = scale * factor };
    }

    private void MoveMemory(bool toAverage, string method)
    {
        CheckMemory(method, "parameters");
        Move(default(TensorSource<float>), toAverage);
    }

    private void MoveBuffer<T>(Span<T> parameters, bool toAverage)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckBuffers<T>(parameters.Length, parameters.Length);
        // There are no gradients, and nothing looks at them.
        Move(new TensorSource<T>(parameters, parameters), toAverage);
    }

    private void Move<T>(TensorSource<T> source, bool toAverage)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (IsEvaluating == toAverage)
            return;
        var average = new Average(toAverage);
        source.Visit(Parameters, ref average, withFrozen: true);
        IsEvaluating = toAverage;
    }

    private void CheckMode()
    {
        if (IsEvaluating)
            throw new InvalidOperationException("The parameters are those to evaluate with: call Train before Update.");
    }

    private void CheckMemory(string method, string arguments)
    {
        if (Parameters.Count == 0)
            throw new InvalidOperationException($"No tensor is registered: call Parameters.Add first, or give {method} the {arguments}.");
        foreach (var tensor in Parameters.Tensors)
        {
            if (!tensor.HasMemory)
            {
                throw new InvalidOperationException(
                    $"Tensor '{tensor.Name}' has no memory: add it with its parameters and gradients, bind them, or give {method} the buffers of all tensors.");
            }
        }
    }

    private void CheckBuffers<T>(int parameters, int gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (gradients != parameters)
            throw new ArgumentException($"There are {parameters:N0} parameters and {gradients:N0} gradients.", nameof(gradients));
        if (Parameters.Count == 0)
        {
            if (parameters == 0)
                throw new ArgumentException("There are no parameters.", nameof(parameters));
            return;
        }

        if (parameters != Parameters.Length)
        {
            string owner = Parameters.Count == 1 ? $"Tensor '{Parameters[0].Name}' has" : $"The {Parameters.Count} registered tensors together have";
            throw new ArgumentException($"{owner} {Parameters.Length:N0} parameters; {parameters:N0} were given.", nameof(parameters));
        }

        foreach (var tensor in Parameters.Tensors)
        {
            if (tensor is not ParameterTensor<T>)
            {
                throw new ArgumentException(
                    $"Tensor '{tensor.Name}' is registered as {tensor.ElementType.Name}; parameters of type {typeof(T).Name} were given.", nameof(parameters));
            }
        }
    }
}
