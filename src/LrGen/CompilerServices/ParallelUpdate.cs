using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;

namespace LrGen.CompilerServices;

/// <summary>An update that several threads share. It is made once and allocates nothing afterwards, unless tensors are added.</summary>
internal abstract class ParallelUpdate
{
    private int _next;

    /// <summary>How many pieces of work there are.</summary>
    public int Pieces { get; protected set; }

    /// <summary>Does pieces until none is left; several threads at once.</summary>
    public void Work()
    {
        for (int piece = Interlocked.Increment(ref _next) - 1; piece < Pieces; piece = Interlocked.Increment(ref _next) - 1)
            Do(piece);
    }

    protected void Reset() => _next = 0;

    protected abstract void Do(int piece);
}

/// <summary>An update by one rule that several threads share.</summary>
/// <remarks>
/// Tensors of elementwise rules are cut into pieces; each parameter gets the same arithmetic wherever a cut is, so that the number of
/// threads cannot be seen in the result. Other rules have whole tensors as pieces.
/// </remarks>
internal sealed unsafe class ParallelUpdate<TRule>(OptimizerCore core) : ParallelUpdate
    where TRule : struct, IUpdateRule
{
    /// <summary>Small enough to share evenly, large enough that taking one costs nothing beside it.</summary>
    private const int PieceLength = 1 << 15;

    private readonly record struct Piece(int Tensor, int Start, int Length);

    private Piece[] _pieces = [];
    private nint[] _parameters = [];
    private nint[] _gradients = [];
    private MemoryHandle[] _handles = [];
    private TRule _rule;
    private GradientScaling _scaling;

    public void Run<T>(TRule rule, in GradientScaling scaling, TensorSource<T> source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Cut();
        (_rule, _scaling) = (rule, scaling);
        fixed (T* firstParameter = source.Parameters)
        fixed (T* firstGradient = source.Gradients)
        {
            int start = 0;
            for (int i = 0; i < _parameters.Length; i++)
            {
                var tensor = core.Parameters[i];
                if (source.IsBuffer)
                    (_parameters[i], _gradients[i]) = ((nint)(firstParameter + start), (nint)(firstGradient + start));
                else
                    Pin(i, tensor);
                start += tensor.Length;
            }

            try
            {
                Reset();
                UpdateThreads.Run(this, core.Threads);
            }
            finally
            {
                foreach (ref var handle in _handles.AsSpan())
                    handle.Dispose();
            }
        }
    }

    protected override void Do(int piece)
    {
        var (index, start, length) = _pieces[piece];
        var tensor = core.Parameters[index];
        if (tensor.IsFrozen)
            return;
        if (tensor is ParameterTensor<float>)
            Run<float>();
        else if (tensor is ParameterTensor<double>)
            Run<double>();
        else
            Run<Half>();

        void Run<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorRunner.Run(
                _rule, tensor, new Span<T>((T*)_parameters[index] + start, length), new ReadOnlySpan<T>((T*)_gradients[index] + start, length),
                start, core.Sums(tensor), _scaling);
    }

    private void Pin(int index, ParameterTensor tensor)
    {
        if (tensor is ParameterTensor<float> single)
            Pin(index, single.Parameters, single.Gradients);
        else if (tensor is ParameterTensor<double> real)
            Pin(index, real.Parameters, real.Gradients);
        else if (tensor is ParameterTensor<Half> half)
            Pin(index, half.Parameters, half.Gradients);
    }

    private void Pin<T>(int index, Memory<T> parameters, Memory<T> gradients)
    {
        _handles[2 * index] = parameters.Pin();
        _handles[(2 * index) + 1] = gradients.Pin();
        (_parameters[index], _gradients[index]) = ((nint)_handles[2 * index].Pointer, (nint)_handles[(2 * index) + 1].Pointer);
    }

    private void Cut()
    {
        if (_parameters.Length == core.Parameters.Count)
            return;
        var pieces = new System.Collections.Generic.List<Piece>();
        for (int i = 0; i < core.Parameters.Count; i++)
        {
            int length = core.Parameters[i].Length;
            int most = core.Layout.IsElementwise ? PieceLength : length;
            for (int start = 0; start < length; start += most)
                pieces.Add(new Piece(i, start, Math.Min(most, length - start)));
        }

        _pieces = [.. pieces];
        Pieces = _pieces.Length;
        _parameters = new nint[core.Parameters.Count];
        _gradients = new nint[core.Parameters.Count];
        _handles = new MemoryHandle[2 * core.Parameters.Count];
    }
}
