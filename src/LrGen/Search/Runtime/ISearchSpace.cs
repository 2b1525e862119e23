using System;
using System.Text.Json;

namespace LrGen;

/// <summary>
/// A search space: implemented by the generator on a <c>partial record struct</c> with <see cref="SearchSpaceAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
/// <example>
/// <code>
/// [SearchSpace]
/// readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice(32, 64, 128)] int Batch);
///
/// for (long i = 0; i &lt; Trial.GridCount; i++)
///     Train(Trial.Grid(i));
/// </code>
/// </example>
public interface ISearchSpace<TSelf>
    where TSelf : struct, ISearchSpace<TSelf>
{
    /// <summary>Gets the space as text: every parameter with its values. Two spaces with the same text have the same trials.</summary>
    static abstract string Definition { get; }

    /// <summary>Gets how many parameters there are.</summary>
    static abstract int DimensionCount { get; }

    /// <summary>Gets how many trials the grid has.</summary>
    static abstract long GridCount { get; }

    /// <summary>Returns a trial of the grid; the last parameter changes fastest.</summary>
    /// <param name="index">The 0-based index; below <see cref="GridCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or too large.</exception>
    static abstract TSelf Grid(long index);

    /// <summary>Returns a trial of independent random values: a hash of seed, index and parameter.</summary>
    /// <param name="seed">Another seed gives other trials.</param>
    /// <param name="index">The 0-based index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    static abstract TSelf Random(ulong seed, long index);

    /// <summary>Returns a trial of a scrambled Sobol sequence, whose first trials fill the space evenly, however many there are.</summary>
    /// <param name="seed">Another seed gives other trials.</param>
    /// <param name="index">The 0-based index; below 2^32.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or too large.</exception>
    static abstract TSelf QuasiRandom(ulong seed, long index);

    /// <summary>Writes the values as properties of a JSON object.</summary>
    /// <param name="writer">A writer inside an object.</param>
    void Write(Utf8JsonWriter writer);
}
