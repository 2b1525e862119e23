namespace Rosetta;

/// <summary>Ties a method or struct to a series of numbers that the system itself produced; the tests compare the two row by row.</summary>
/// <param name="id">The id of the series in golden/schedules.json.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class GoldenAttribute(string id) : Attribute
{
    /// <summary>Gets the id of the series.</summary>
    public string Id { get; } = id;

    /// <summary>Gets or sets the column that holds the values. Default: the second.</summary>
    public string? Column { get; set; }

    /// <summary>Gets or sets the first step to compare. Default 0; rows before the first update are never compared.</summary>
    public long From { get; set; }

    /// <summary>Gets or sets the last step to compare, for systems that do something else past the end.</summary>
    public long To { get; set; } = long.MaxValue;

    /// <summary>Gets or sets what the system counts at the first update, where that is another number than 0, its index.</summary>
    public long CountsFrom { get; set; }

    /// <summary>Gets or sets N where the first column is the share of N steps that is done. Default 1: it is the step.</summary>
    public double Scale { get; set; } = 1;
}
