namespace LrGen.CompilerServices;

/// <summary>Random numbers by counter: the finalizer of SplitMix64 over seed, stream and index.</summary>
/// <remarks>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014; Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3", 2011, on generators without state.</remarks>
internal static class SearchHash
{
    /// <summary>2^64 divided by the golden ratio.</summary>
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>Returns the key of a stream of numbers: of a dimension, or of what else wants its own.</summary>
    public static ulong Stream(ulong seed, long stream) => Mix(Mix(seed + Increment) + unchecked((ulong)stream + 1) * Increment);

    /// <summary>Returns the number of a stream at an index.</summary>
    /// <remarks>
    /// Mixed twice, with the key between: streams of SplitMix64 itself are parts of one sequence, and two of them could overlap.
    /// </remarks>
    public static ulong At(ulong key, ulong index) => unchecked(Mix(Mix(key + index * Increment) ^ key));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
