using System;
using System.IO;

namespace LrGen;

/// <summary>
/// An optimizer: implemented by the generator on a <c>partial class</c> that carries an update rule and a schedule.
/// </summary>
/// <remarks>
/// <para>
/// Parameters come in one of two ways. <see cref="ParameterSet.Add(string, Memory{float}, Memory{float}, ParameterGroup, int[])"/> registers the memory of
/// a tensor once, and <see cref="Update()"/> updates all. Or all tensors lie one after the other in one buffer, which each
/// <see cref="Update(Span{float}, ReadOnlySpan{float})"/> is given; without registration the buffer is one tensor.
/// </para>
/// <para>An instance is for one thread at a time.</para>
/// </remarks>
/// <example>
/// <code>
/// [Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
/// public sealed partial class DigitsOptimizer;
///
/// var optimizer = new DigitsOptimizer { GradientScale = 1.0 / BatchSize };
/// while (optimizer.Step &lt; 10_500)
/// {
///     network.AddGradients(batch, gradients);
///     optimizer.Update(parameters, gradients);
///     Array.Clear(gradients);
/// }
/// </code>
/// </example>
public interface IOptimizer
{
    /// <summary>Gets how many updates have run: the 0-based index of the update about to run.</summary>
    long Step { get; }

    /// <summary>Gets the learning rate of the update about to run, before the scales of groups.</summary>
    double Rate { get; }

    /// <summary>Gets the tensors that are updated.</summary>
    ParameterSet Parameters { get; }

    /// <summary>
    /// Gets or sets how many threads share the work on large tensors. Default 1. The result is the same, bit for bit, for every number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 1,024.</exception>
    int Threads { get; set; }

    /// <summary>
    /// Gets or sets what gradients are multiplied by before anything else: 1 ÷ batch size where they are sums, 1 ÷ the scale of the loss
    /// in half precision. Default 1. It is no part of the saved state. One that makes a gradient infinite is refused where the attribute asks to look
    /// (<c>CheckGradients</c>); elsewhere it makes parameters infinite or NaN.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    double GradientScale { get; set; }

    /// <summary>Updates the tensors whose memory was registered.</summary>
    /// <returns>Whether parameters were updated: false while gradients are only accumulated.</returns>
    /// <exception cref="InvalidOperationException">No tensor is registered, or one without its memory.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient is NaN or infinite, by itself or once it is scaled, and the attribute asks to look.</exception>
    bool Update();

    /// <summary>Updates all parameters in one buffer.</summary>
    /// <param name="parameters">The parameters, in the order of their registration.</param>
    /// <param name="gradients">Their gradients, in the same order.</param>
    /// <returns>Whether parameters were updated: false while gradients are only accumulated.</returns>
    /// <exception cref="ArgumentException">
    /// A length is not that of the registered tensors together, they are not all of this type, or the buffers overlap without being the same.
    /// </exception>
    /// <exception cref="NonFiniteGradientException">A gradient is NaN or infinite, by itself or once it is scaled, and the attribute asks to look.</exception>
    bool Update(Span<float> parameters, ReadOnlySpan<float> gradients);

    /// <inheritdoc cref="Update(Span{float}, ReadOnlySpan{float})"/>
    bool Update(Span<double> parameters, ReadOnlySpan<double> gradients);

    /// <summary>Updates all parameters in one buffer of half precision. State and arithmetic are float.</summary>
    /// <inheritdoc cref="Update(Span{float}, ReadOnlySpan{float})"/>
    bool Update(Span<Half> parameters, ReadOnlySpan<Half> gradients);

    /// <summary>Writes the state and the step. The parameters are the network's to save.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    void Save(Stream stream);

    /// <summary>
    /// Restores what <see cref="Save"/> wrote; updates then go on as if they had never stopped, bit for bit. Where no tensor is registered yet, those of the file are.
    /// </summary>
    /// <param name="stream">Where to read; it stays open, after the last byte of the state.</param>
    /// <exception cref="CheckpointException">
    /// The data is truncated, damaged, not of an optimizer, or of another rule or other tensors; the message says which. The optimizer stays as it was.
    /// </exception>
    /// <exception cref="IOException">The stream failed; the optimizer stays as it was.</exception>
    void Load(Stream stream);
}
