using System;

namespace LrGen;

/// <summary>
/// A schedule-free optimizer, whose parameters are other ones while it trains than those to evaluate with: implemented by the generator
/// on a <c>partial class</c> that carries <see cref="ScheduleFreeAdamWAttribute"/> or <see cref="ScheduleFreeSgdAttribute"/>.
/// </summary>
/// <remarks>
/// <para>
/// Training moves a point z along gradients that are taken at y = β·x + (1 − β)·z, where x is the average of all z. The parameters are y;
/// the good ones are x. <c>Evaluate</c> turns them into x before they are tested, saved or used, and <c>Train</c> back; an update in between
/// throws. Both only do something where the parameters are not yet so.
/// </para>
/// <para>
/// x is not kept but computed from y and z, so that each turn rounds once: by half a unit in the last place of the parameter, for Half 0.05 %
/// of it. Saved state remembers which the parameters were.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// optimizer.Evaluate(parameters);
/// double accuracy = Test(parameters);
/// optimizer.Train(parameters);
/// </code>
/// </example>
public interface IScheduleFree : IOptimizer
{
    /// <summary>Gets a value indicating whether the parameters are those to evaluate with. False at first; part of the saved state.</summary>
    bool IsEvaluating { get; }

    /// <summary>Turns the parameters in registered memory into those to evaluate with.</summary>
    /// <exception cref="InvalidOperationException">No tensor is registered, or one without its memory.</exception>
    void Evaluate();

    /// <summary>Turns parameters in one buffer into those to evaluate with.</summary>
    /// <param name="parameters">The parameters, in the order of their registration.</param>
    /// <exception cref="ArgumentException">The length is not that of the registered tensors together, or they are not all of this type.</exception>
    void Evaluate(Span<float> parameters);

    /// <inheritdoc cref="Evaluate(Span{float})"/>
    void Evaluate(Span<double> parameters);

    /// <inheritdoc cref="Evaluate(Span{float})"/>
    void Evaluate(Span<Half> parameters);

    /// <summary>Turns the parameters in registered memory back into those to train.</summary>
    /// <exception cref="InvalidOperationException">No tensor is registered, or one without its memory.</exception>
    void Train();

    /// <summary>Turns parameters in one buffer back into those to train.</summary>
    /// <param name="parameters">The parameters, in the order of their registration.</param>
    /// <exception cref="ArgumentException">The length is not that of the registered tensors together, or they are not all of this type.</exception>
    void Train(Span<float> parameters);

    /// <inheritdoc cref="Train(Span{float})"/>
    void Train(Span<double> parameters);

    /// <inheritdoc cref="Train(Span{float})"/>
    void Train(Span<Half> parameters);
}
