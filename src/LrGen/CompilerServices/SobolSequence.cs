using System;

namespace LrGen.CompilerServices;

/// <summary>Points that fill the unit cube evenly, scrambled so that each seed has its own and none lies on the corner.</summary>
/// <remarks>
/// Sources: Sobol, 1967; direction numbers of Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", 2008
/// (the list new-joe-kuo-6.21201, its first 16 dimensions); nested uniform scrambling of Owen, "Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences", 1995.
/// </remarks>
internal static class SobolSequence
{
    /// <summary>How many dimensions there are.</summary>
    public const int Dimensions = 16;

    /// <summary>The bits of an index, and of an unscrambled coordinate.</summary>
    private const int Bits = 32;

    /// <summary>The direction numbers of all dimensions, one after the other.</summary>
    private static readonly uint[] s_directions = Directions();

    /// <summary>A row per dimension from the second on: the degree s of the primitive polynomial, its inner coefficients a, then m_1 … m_s.</summary>
    private static ReadOnlySpan<byte> Polynomials =>
    [
        1, 0, 1,
        2, 1, 1, 3,
        3, 1, 1, 3, 1,
        3, 2, 1, 1, 1,
        4, 1, 1, 1, 3, 3,
        4, 4, 1, 3, 5, 13,
        5, 2, 1, 1, 5, 5, 17,
        5, 4, 1, 1, 5, 5, 5,
        5, 7, 1, 1, 7, 11, 19,
        5, 11, 1, 1, 5, 1, 1,
        5, 13, 1, 1, 1, 3, 11,
        5, 14, 1, 3, 5, 5, 31,
        6, 1, 1, 3, 3, 9, 7, 49,
        6, 13, 1, 1, 1, 15, 21, 21,
        6, 16, 1, 3, 1, 13, 27, 49,
    ];

    /// <summary>Returns a coordinate of a point as a fraction of 32 bits, without scrambling.</summary>
    public static uint At(uint index, int dimension)
    {
        uint coordinate = 0;
        for (int bit = 0; index != 0; bit++, index >>= 1)
        {
            if ((index & 1) != 0)
                coordinate ^= s_directions[dimension * Bits + bit];
        }

        return coordinate;
    }

    /// <summary>Returns a coordinate of a point as a fraction of 64 bits, scrambled by a seed.</summary>
    /// <remarks>
    /// Each bit is turned over, or not, by a hash of the bits above it: Owen's scrambling as it is defined. The bits below the sequence's own are the
    /// hash of all of those. 33 hashes cost less than a microsecond, which no trial notices.
    /// </remarks>
    public static ulong Scrambled(uint index, int dimension, ulong seed)
    {
        uint plain = At(index, dimension);
        // Streams of dimensions in random points are 0 to 15: these are others.
        ulong key = SearchHash.Stream(seed, Dimensions + dimension);
        uint scrambled = 0;
        for (int bit = Bits - 1; bit >= 0; bit--)
        {
            // The bits above, with a 1 before them so that 0 and 00 differ.
            ulong above = (1UL << (Bits - 1 - bit)) | ((ulong)plain >> (bit + 1));
            scrambled |= (((plain >> bit) ^ (uint)(SearchHash.At(key, above) >> 63)) & 1) << bit;
        }

        return ((ulong)scrambled << Bits) | (uint)SearchHash.At(key, (1UL << Bits) | plain);
    }

    private static uint[] Directions()
    {
        var directions = new uint[Dimensions * Bits];
        // The first dimension is van der Corput's sequence.
        for (int bit = 0; bit < Bits; bit++)
            directions[bit] = 1u << (Bits - 1 - bit);

        var rows = Polynomials;
        for (int dimension = 1, at = 0; dimension < Dimensions; dimension++)
        {
            int degree = rows[at], inner = rows[at + 1];
            var v = directions.AsSpan(dimension * Bits, Bits);
            for (int bit = 0; bit < Bits; bit++)
            {
                if (bit < degree)
                {
                    v[bit] = (uint)rows[at + 2 + bit] << (Bits - 1 - bit);
                    continue;
                }

                uint direction = v[bit - degree] ^ (v[bit - degree] >> degree);
                for (int k = 1; k < degree; k++)
                {
                    if (((inner >> (degree - 1 - k)) & 1) != 0)
                        direction ^= v[bit - k];
                }

                v[bit] = direction;
            }

            at += 2 + degree;
        }

        return directions;
    }
}
