namespace LrGen;

/// <summary>
/// One of the values listed, all alike.
/// </summary>
/// <param name="values">The values, all different, of the parameter's type; at least one.</param>
/// <remarks>For parameters of type <c>bool</c>, <c>string</c>, of the types of numbers, and of enumerations. A grid has every value.</remarks>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([Choice(32, 64, 128)] int Batch, [Choice("cosine", "step")] string Schedule);
/// </code>
/// </example>
public sealed class ChoiceAttribute(params object[] values) : DimensionAttribute
{
    /// <summary>Gets the values.</summary>
    public object[] Values { get; } = values;
}
