using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>How Muon's rate depends on the shape of a matrix.</summary>
public enum MuonAdjustment
{
    /// <summary>√max(1, rows ÷ columns).</summary>
    Original,

    /// <summary>0.2·√max(rows, columns), for steps of the size of AdamW's.</summary>
    MatchRmsAdamW,
}

/// <summary>Momentum made orthogonal, for matrices, torch.optim.Muon.</summary>
public sealed class Muon<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _buffers;

    /// <summary>Takes the shapes of the matrices that all steps have.</summary>
    public Muon(params int[][] shapes)
        : base(shapes)
    {
        if (shapes.Any(shape => shape.Length != 2))
            throw new ArgumentException("Muon is for matrices.");
        _buffers = State();
    }

    /// <summary>Gets or sets μ.</summary>
    public double Momentum { get; set; } = 0.95;

    /// <summary>Gets or sets λ; parameters are multiplied by 1 − ηλ, with the rate as it is given.</summary>
    public double WeightDecay { get; set; } = 0.1;

    /// <summary>Gets whether the step looks ahead along the buffer.</summary>
    public bool Nesterov { get; init; } = true;

    /// <summary>Gets a, b and c of the polynomial.</summary>
    public (double A, double B, double C) Coefficients { get; init; } = (3.4445, -4.7750, 2.0315);

    /// <summary>Gets how often the polynomial is applied.</summary>
    public int Iterations { get; init; } = 5;

    /// <summary>Gets ε, the least norm that is divided by.</summary>
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>Gets how the rate depends on the shape.</summary>
    public MuonAdjustment Adjustment { get; init; }

    /// <summary>Gets whether each matrix of the iteration is rounded to bfloat16, as PyTorch's are.</summary>
    public bool Bfloat16 { get; init; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        (int rows, int columns) = (Shape(tensor)[0], Shape(tensor)[1]);
        T[] buffer = _buffers[tensor], u = new T[p.Length];
        for (int i = 0; i < p.Length; i++)
        {
            buffer[i] = Lerp(buffer[i], g[i], 1 - Momentum);
            u[i] = Nesterov ? Lerp(g[i], buffer[i], Momentum) : buffer[i];
        }

        double adjustment = Adjustment == MuonAdjustment.Original
            ? Math.Sqrt(Math.Max(1, (double)rows / columns))
            : 0.2 * Math.Sqrt(Math.Max(rows, columns));
        T[] orthogonal = Orthogonal(u, rows, columns);
        Decay(p, rate, WeightDecay);
        for (int i = 0; i < p.Length; i++)
            p[i] -= Number(rate * adjustment) * orthogonal[i];
    }

    /// <summary>Newton and Schulz's iteration: brings the singular values near 1 and leaves the singular vectors.</summary>
    private T[] Orthogonal(T[] u, int rows, int columns)
    {
        // The product X·Xᵀ is smaller for the wide one of a matrix and its transpose.
        if (rows > columns)
            return Transposed(Orthogonal(Transposed(u, rows, columns), columns, rows), columns, rows);
        T[] x = Array.ConvertAll(u, Stored);
        T norm = T.Max(Stored(Norm(x)), Stored(Number(Epsilon)));
        for (int i = 0; i < x.Length; i++)
            x[i] = Stored(x[i] / norm);
        (T a, T b, T c) = (Number(Coefficients.A), Number(Coefficients.B), Number(Coefficients.C));
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            T[] gram = Array.ConvertAll(Product(x, Transposed(x, rows, columns), rows, columns, rows), Stored);
            T[] polynomial = Product(gram, gram, rows, rows, rows);
            for (int i = 0; i < polynomial.Length; i++)
                polynomial[i] = Stored(b * gram[i] + c * polynomial[i]);
            T[] product = Product(polynomial, x, rows, rows, columns);
            for (int i = 0; i < x.Length; i++)
                x[i] = Stored(a * x[i] + product[i]);
        }

        return x;
    }

    /// <summary>Returns what is kept of a number between two operations on matrices; within one they are computed in more bits.</summary>
    private T Stored(T value)
    {
        if (!Bfloat16 || !T.IsFinite(value))
            return value;
        // The upper half of a float, rounded to nearest, ties to even.
        uint bits = BitConverter.SingleToUInt32Bits(float.CreateChecked(value));
        uint rounded = bits + 0x7FFF + ((bits >> 16) & 1);
        return T.CreateChecked(BitConverter.UInt32BitsToSingle(rounded & 0xFFFF0000));
    }

    private static T[] Product(T[] left, T[] right, int rows, int inner, int columns)
    {
        T[] product = new T[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                T sum = T.Zero;
                for (int k = 0; k < inner; k++)
                    sum += left[row * inner + k] * right[k * columns + column];
                product[row * columns + column] = sum;
            }
        }

        return product;
    }

    private static T[] Transposed(T[] x, int rows, int columns)
    {
        T[] transposed = new T[x.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                transposed[column * rows + row] = x[row * columns + column];
        }

        return transposed;
    }
}
