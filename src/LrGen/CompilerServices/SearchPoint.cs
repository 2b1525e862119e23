using System;

namespace LrGen.CompilerServices;

/// <summary>
/// A point of a search space in the unit cube: a hash of seed and index, or a point of a scrambled Sobol sequence. For generated code.
/// </summary>
/// <remarks>
/// Nothing is kept from one point to the next: a coordinate is a pure function of seed, index and dimension, in integer arithmetic and in
/// multiplications, additions and shifts of doubles, which IEEE 754 fixes to the last bit.
/// </remarks>
public readonly struct SearchPoint
{
    /// <summary>The weight of the lowest of 53 bits.</summary>
    private const double LowestBit = 1.0 / (1L << 53);

    private readonly ulong _seed;
    private readonly long _index;
    private readonly bool _isSobol;

    private SearchPoint(ulong seed, long index, bool isSobol)
    {
        _seed = seed;
        _index = index;
        _isSobol = isSobol;
    }

    /// <summary>Makes a point of independent random numbers.</summary>
    /// <param name="seed">Another seed gives other numbers.</param>
    /// <param name="index">The 0-based index of the trial.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static SearchPoint Random(ulong seed, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new SearchPoint(seed, index, isSobol: false);
    }

    /// <summary>Makes a point of a Sobol sequence that is scrambled by the seed.</summary>
    /// <param name="seed">Another seed gives another scrambling.</param>
    /// <param name="index">The 0-based index of the trial; below 2^32.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or too large.</exception>
    public static SearchPoint QuasiRandom(ulong seed, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, uint.MaxValue);
        return new SearchPoint(seed, index, isSobol: true);
    }

    /// <summary>Returns a coordinate as a fraction of 64 bits: 0 to 2^64 − 1.</summary>
    /// <param name="dimension">The dimension; 0 to 15.</param>
    public ulong Bits(int dimension) => _isSobol
        ? SobolSequence.Scrambled((uint)_index, dimension, _seed)
        : SearchHash.At(SearchHash.Stream(_seed, dimension), (ulong)_index);

    /// <summary>Returns one of several equally likely numbers: 0 to count − 1.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="count">How many; above 0.</param>
    public long Pick(int dimension, long count) => (long)Math.BigMul(Bits(dimension), (ulong)count, out _);

    /// <summary>Returns a number between two bounds: low + range · u.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="range">The difference of the two, rounded.</param>
    public double Uniform(int dimension, double low, double high, double range) =>
        Math.Min(Math.Max(low + range * Fraction(dimension), low), high);

    /// <summary>Returns a number whose logarithm is uniform: low · 2^(octaves · u).</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="octaves">The logarithm to the base 2 of high / low, rounded.</param>
    public double LogUniform(int dimension, double low, double high, double octaves) =>
        Math.Min(Math.Max(low * PowerOfTwo.At(octaves * Fraction(dimension)), low), high);

    private double Fraction(int dimension) => (long)(Bits(dimension) >> 11) * LowestBit;
}
