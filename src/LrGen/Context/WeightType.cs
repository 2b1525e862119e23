namespace LrGen;

/// <summary>The numbers that the weights of a network are stored in. A weight takes no update smaller than half its last bit.</summary>
public enum WeightType
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>float: 24 bits.</summary>
    Float32,

    /// <summary>double: 53 bits.</summary>
    Float64,

    /// <summary>Half: 11 bits.</summary>
    Float16,

    /// <summary>bfloat16: 8 bits, so that a change below 1/256 of a weight is lost.</summary>
    BFloat16,
}
