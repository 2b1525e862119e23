using System;

namespace LrGen;

/// <summary>
/// A parameter takes part in the search only where an earlier one has one of these values; elsewhere it has its default.
/// </summary>
/// <param name="parameter">The earlier parameter; it has a <see cref="ChoiceAttribute"/>.</param>
/// <param name="values">The values at which this parameter takes part; each among the choices of <paramref name="parameter"/>.</param>
/// <remarks>
/// The default is that of the parameter in the declaration (<c>int Cycles = 1</c>), else that of its type. A grid has one trial, not several alike,
/// where the parameter does not take part.
/// Source: conditional parameters of Hyperopt (Bergstra, Yamins and Cox, 2013) and of Optuna.
/// </remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial(
///     [Choice("cosine", "step")] string Schedule,
///     [When(nameof(Schedule), "step"), Uniform(0.1, 0.9)] double Factor = 1);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class WhenAttribute(string parameter, params object[] values) : Attribute
{
    /// <summary>Gets the name of the earlier parameter.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>Gets the values at which this parameter takes part.</summary>
    public object[] Values { get; } = values;
}
