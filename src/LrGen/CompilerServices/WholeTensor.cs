using System;
using System.ComponentModel;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>What rules ask of all numbers of a tensor, or of a row of it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WholeTensor
{
    /// <summary>A side of the squares that a matrix is transposed in, so that both of its orders stay in the first cache.</summary>
    private const int Square = 16;

    /// <summary>Returns the sum of squares, in double, with the same bits for every width of vectors.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="values">The numbers.</param>
    public static double SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Reduction.SumOfSquares(values, new GradientScaling(1, double.PositiveInfinity, 1));

    /// <summary>Writes the transpose of a matrix.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="transposed">Takes the transpose, row by row.</param>
    public static void Transpose<T>(ReadOnlySpan<T> matrix, int rows, int columns, Span<T> transposed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int top = 0; top < rows; top += Square)
        {
            int bottom = Math.Min(rows, top + Square);
            for (int left = 0; left < columns; left += Square)
            {
                int right = Math.Min(columns, left + Square);
                for (int row = top; row < bottom; row++)
                {
                    for (int column = left; column < right; column++)
                        transposed[(column * rows) + row] = matrix[(row * columns) + column];
                }
            }
        }
    }
}
