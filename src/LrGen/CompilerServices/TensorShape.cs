using System;
using System.Collections.Generic;

namespace LrGen.CompilerServices;

/// <summary>A shape as update rules see it: matrices, one after the other, or a vector.</summary>
/// <param name="Matrices">How many matrices the tensor has; 1 for a vector.</param>
/// <param name="Rows">The rows of each matrix; 1 for a vector.</param>
/// <param name="Columns">The columns of each matrix, or the length of a vector.</param>
/// <param name="IsVector">Whether the tensor has fewer than two dimensions.</param>
internal readonly record struct TensorShape(int Matrices, int Rows, int Columns, bool IsVector)
{
    public static TensorShape Of(IReadOnlyList<int> shape)
    {
        if (shape.Count < 2)
            return new TensorShape(1, 1, shape.Count == 0 ? 1 : shape[0], IsVector: true);
        int matrices = 1;
        for (int i = 0; i < shape.Count - 2; i++)
            matrices *= shape[i];
        return new TensorShape(matrices, shape[^2], shape[^1], IsVector: false);
    }

    public static string Text(IReadOnlyList<int> shape) => string.Join(" × ", shape);

    public string Describe(IReadOnlyList<int> shape) => IsVector ? $"a vector of {Columns:N0}" : Text(shape);
}
