using LrGen.Generator.Declarations;

namespace LrGen.Generator.Search;

/// <summary>All that the generator needs to know of one search space: text and numbers, no symbols.</summary>
internal sealed record SearchSpaceModel
{
    /// <summary>The namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around the struct, outermost first, and itself.</summary>
    public required EquatableArray<ContainingType> Types { get; init; }

    /// <summary>A unique name for the generated file, without extension.</summary>
    public required string HintName { get; init; }

    /// <summary>The parameters; empty where they have errors.</summary>
    public required EquatableArray<DimensionModel> Dimensions { get; init; }

    /// <summary>Whether there are errors: bodies that throw are generated, so that the user sees only them.</summary>
    public required bool HasErrors { get; init; }
}

/// <summary>A parameter of a search space.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Type">Its type, qualified.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="IsEnum">Whether the type is an enumeration.</param>
internal sealed record DimensionModel(string Name, string Type, DimensionKind Kind, bool IsEnum)
{
    /// <summary>The lowest value of a range of reals.</summary>
    public double Low { get; init; }

    /// <summary>The highest value of a range of reals.</summary>
    public double High { get; init; }

    /// <summary>The lowest value of a range of integers.</summary>
    public long First { get; init; }

    /// <summary>The distance between two values of a range of integers.</summary>
    public long Step { get; init; }

    /// <summary>How many values a grid has.</summary>
    public long Points { get; init; }

    /// <summary>The values of a choice as C# expressions.</summary>
    public EquatableArray<string> Values { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What the parameter is where it does not take part, as a C# expression.</summary>
    public string Default { get; init; } = "default";

    /// <summary>The index of the parameter that this one depends on; −1 for none.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>The indices of the parent's values at which this parameter takes part.</summary>
    public EquatableArray<int> When { get; init; } = EquatableArray<int>.Empty;
}

/// <summary>What values a parameter has.</summary>
internal enum DimensionKind
{
    LogUniform,
    Uniform,
    IntegerRange,
    Choice,
}
