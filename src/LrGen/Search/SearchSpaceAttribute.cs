using System;

namespace LrGen;

/// <summary>
/// A space of hyperparameters to search: a <c>partial record struct</c> whose parameters each say what values they can have.
/// </summary>
/// <remarks>
/// The generator implements <c>ISearchSpace</c>: <c>Grid(index)</c>, <c>Random(seed, index)</c> and <c>QuasiRandom(seed, index)</c> give the trial
/// of an index without state, so trial i is the same on every machine, whoever asks for it and in whatever order. The parameters of the struct
/// carry <see cref="LogUniformAttribute"/>, <see cref="UniformAttribute"/>, <see cref="IntegerRangeAttribute"/> or <see cref="ChoiceAttribute"/>,
/// at most 16 of them; with <see cref="WhenAttribute"/> a parameter takes part only where another has a certain value.
/// Source: Bergstra and Bengio, "Random search for hyper-parameter optimization", 2012, on random against grid search.
/// </remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice(32, 64, 128)] int Batch);
///
/// Trial third = Trial.QuasiRandom(seed: 1, index: 2);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SearchSpaceAttribute : Attribute;
