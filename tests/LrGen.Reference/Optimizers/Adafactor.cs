using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam's v from the means of its rows and columns, torch.optim.Adafactor; it differs from the paper's.</summary>
/// <remarks>
/// The rate is the most that a relative step may be, and the factor of the decay. Tensors of two dimensions or more are factored over the
/// last two: such a tensor is a stack of matrices, but its root mean squares are over all of it.
/// </remarks>
public sealed class Adafactor<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _variance;
    private readonly T[][] _rows;
    private readonly T[][] _columns;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public Adafactor(params int[][] shapes)
        : base(shapes)
    {
        _variance = State();
        _rows = State();
        _columns = State();
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            if (shapes[tensor].Length < 2)
                continue;
            (int matrices, int rows, int columns) = Stack(tensor);
            _rows[tensor] = new T[matrices * rows];
            _columns[tensor] = new T[matrices * columns];
        }
    }

    /// <summary>Gets the power of t that 1 − β2 is.</summary>
    public double Beta2Decay { get; init; } = -0.8;

    /// <summary>Gets ε1, the least divisor; null is the distance from 1 to the next number of the precision.</summary>
    public double? Epsilon1 { get; init; }

    /// <summary>Gets ε2, the least size that a tensor counts as.</summary>
    public double Epsilon2 { get; init; } = 1e-3;

    /// <summary>Gets d, the root mean square that a step is clipped to.</summary>
    public double ClippingThreshold { get; init; } = 1;

    /// <summary>Gets or sets λ; parameters are multiplied by 1 − ηλ.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        double share = Math.Pow(Taken, Beta2Decay);
        double relative = Math.Min(rate, 1 / Math.Sqrt(Taken));
        // The size is that of the tensor before its decay.
        double step = Math.Max(Epsilon2, RootMeanSquare(p)) * relative;
        double least = Epsilon1 ?? double.CreateChecked(T.BitIncrement(T.One) - T.One);
        Decay(p, rate, WeightDecay);
        T[] estimate = Shape(tensor).Length < 2 ? Unfactored(tensor, g, share) : Factored(tensor, g, share, least);
        T[] u = new T[p.Length];
        for (int i = 0; i < p.Length; i++)
            u[i] = T.One / T.Sqrt(T.Max(estimate[i], Number(least * least))) * g[i];
        double divisor = Math.Max(1, RootMeanSquare(u) / ClippingThreshold);
        for (int i = 0; i < p.Length; i++)
            p[i] -= Number(step / divisor) * u[i];
    }

    private T[] Unfactored(int tensor, T[] g, double share)
    {
        T[] variance = _variance[tensor];
        for (int i = 0; i < g.Length; i++)
            variance[i] = Lerp(variance[i], g[i] * g[i], share);
        return variance;
    }

    /// <summary>Keeps the means of g² over each row and over each column, and returns row × column ÷ mean of the rows.</summary>
    private T[] Factored(int tensor, T[] g, double share, double least)
    {
        (int matrices, int rows, int columns) = Stack(tensor);
        T[] ofRows = _rows[tensor], ofColumns = _columns[tensor], estimate = new T[g.Length];
        for (int matrix = 0; matrix < matrices; matrix++)
        {
            int start = matrix * rows * columns;
            for (int row = 0; row < rows; row++)
            {
                T sum = T.Zero;
                for (int column = 0; column < columns; column++)
                    sum += g[start + row * columns + column] * g[start + row * columns + column];
                ofRows[matrix * rows + row] = Lerp(ofRows[matrix * rows + row], sum / Number(columns), share);
            }

            for (int column = 0; column < columns; column++)
            {
                T sum = T.Zero;
                for (int row = 0; row < rows; row++)
                    sum += g[start + row * columns + column] * g[start + row * columns + column];
                ofColumns[matrix * columns + column] = Lerp(ofColumns[matrix * columns + column], sum / Number(rows), share);
            }

            T total = T.Zero;
            for (int row = 0; row < rows; row++)
                total += ofRows[matrix * rows + row];
            T mean = T.Max(total / Number(rows), Number(least));
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                    estimate[start + row * columns + column] = ofRows[matrix * rows + row] * ofColumns[matrix * columns + column] / mean;
            }
        }

        return estimate;
    }

    private static double RootMeanSquare(T[] x) => double.CreateChecked(Norm(x)) / Math.Sqrt(x.Length);

    private (int Matrices, int Rows, int Columns) Stack(int tensor)
    {
        int[] shape = Shape(tensor);
        (int rows, int columns) = (shape[^2], shape[^1]);
        return (Length(tensor) / (rows * columns), rows, columns);
    }
}
