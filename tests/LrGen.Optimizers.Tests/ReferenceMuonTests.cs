using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Muon by hand, and what its iteration does to singular values.</summary>
public sealed class ReferenceMuonTests
{
    /// <summary>f(x) = 3.4445x − 4.775x³ + 2.0315x⁵: what the iteration does to each singular value.</summary>
    private static double Polynomial(double x, int times = 5) =>
        times == 0 ? x : Polynomial(3.4445 * x - 4.775 * x * x * x + 2.0315 * x * x * x * x * x, times - 1);

    /// <summary>g = diag(3, 4) over its norm 5 is diag(.6, .8); momentum multiplies all of it, which the norm takes back. p decays to .99.</summary>
    [Fact]
    public void Each_singular_value_goes_through_the_polynomial()
    {
        double[] expected = [0.99 - 0.1 * Polynomial(0.6), 0.99, 0.99, 0.99 - 0.1 * Polynomial(0.8)];
        Optimize.Close(expected, Optimize.From([1, 1, 1, 1], new Muon<double>([2, 2]), 0.1, [3, 0, 0, 4]));
        double[] once = [1 - 0.1 * Polynomial(0.6, 1), 1, 1, 1 - 0.1 * Polynomial(0.8, 1)];
        Optimize.Close(once, Optimize.From([1, 1, 1, 1], new Muon<double>([2, 2]) { Iterations = 1, WeightDecay = 0 }, 0.1, [3, 0, 0, 4]));
    }

    /// <summary>
    /// g = diag(1, 0), then diag(0, 1): buf = diag(.05, 0), then diag(.0475, .05). With a look ahead u = .05g + .95buf = diag(.045125, .0975).
    /// </summary>
    [Theory]
    [InlineData(true, 0.045125, 0.0975)]
    [InlineData(false, 0.0475, 0.05)]
    public void Momentum_is_an_average_that_may_look_ahead(bool nesterov, double a, double b)
    {
        Muon<double> optimizer = new([2, 2]) { Nesterov = nesterov, WeightDecay = 0 };
        double first = -Polynomial(1);
        double[] parameter = Optimize.From([0, 0, 0, 0], optimizer, 1, [1, 0, 0, 0]);
        Optimize.Close([first, 0, 0, 0], parameter);
        double norm = Math.Sqrt(a * a + b * b);
        double[] second = [first - Polynomial(a / norm), 0, 0, -Polynomial(b / norm)];
        Optimize.Close(second, Optimize.From(parameter, optimizer, 1, [0, 0, 0, 1]), 1e-11);
    }

    /// <summary>Without momentum the average is the gradient, to the last bit, whatever came before.</summary>
    [Fact]
    public void No_momentum_forgets_the_past()
    {
        Muon<double> optimizer = new([2, 2]) { Momentum = 0, Nesterov = false, WeightDecay = 0 };
        Optimize.From([0, 0, 0, 0], optimizer, 1, [1e20, 0, 0, 1e20]);
        Optimize.Close([-Polynomial(0.6), 0, 0, -Polynomial(0.8)], Optimize.From([0, 0, 0, 0], optimizer, 1, [3, 0, 0, 4]));
    }

    /// <summary>A single row or column of norm 1 is one singular value: f(1) along it, times what its shape has.</summary>
    [Theory]
    [InlineData(1, 4, MuonAdjustment.Original, 1)]
    [InlineData(4, 1, MuonAdjustment.Original, 2)]
    [InlineData(1, 4, MuonAdjustment.MatchRmsAdamW, 0.4)]
    [InlineData(4, 1, MuonAdjustment.MatchRmsAdamW, 0.4)]
    public void The_rate_depends_on_the_shape_and_the_decay_does_not(int rows, int columns, MuonAdjustment adjustment, double factor)
    {
        double[] actual = Optimize.From([1, 1, 1, 1], new Muon<double>([rows, columns]) { Adjustment = adjustment }, 0.1, [1, 1, 1, 1]);
        Optimize.Close([.. Enumerable.Repeat(0.99 - 0.1 * factor * Polynomial(1) / 2, 4)], actual);
    }

    [Theory]
    [InlineData(6, 10)]
    [InlineData(10, 6)]
    [InlineData(8, 8)]
    public void Singular_values_come_near_1_and_singular_vectors_stay(int rows, int columns)
    {
        double[] gradient = Optimize.Normal(new(rows), rows * columns);
        double[] o = Orthogonal(rows, columns, gradient);
        double[] values = SingularValues(o, rows, columns), before = SingularValues(gradient, rows, columns);
        Assert.All(values, value => Assert.InRange(value, 0.65, 1.25));
        Assert.NotInRange(before.Max() / before.Min(), 0, 2);
        // Each value is the polynomial's, in whatever order.
        double norm = Math.Sqrt(gradient.Sum(x => x * x));
        Optimize.Close([.. before.Select(value => Polynomial(value / norm)).Order()], [.. values.Order()], 1e-9);
        // O = U·f(S)·Vᵀ and g = U·S·Vᵀ: O·gᵀ = U·f(S)·S·Uᵀ is symmetric.
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.Equal(Dot(o, gradient, i, j, columns), Dot(o, gradient, j, i, columns), 1e-10);
        }
    }

    [Fact]
    public void More_rows_than_columns_are_the_transpose()
    {
        double[] gradient = Optimize.Normal(new(3), 12), transposed = [.. Enumerable.Range(0, 12).Select(i => gradient[i % 4 * 3 + i / 4])];
        double[] tall = Optimize.From(new double[12], new Muon<double>([4, 3]) { Adjustment = MuonAdjustment.MatchRmsAdamW }, 1, gradient);
        double[] wide = Optimize.From(new double[12], new Muon<double>([3, 4]) { Adjustment = MuonAdjustment.MatchRmsAdamW }, 1, transposed);
        // To the last bit: it is the same iteration, on the smaller of the two products.
        Optimize.Close(wide, [.. Enumerable.Range(0, 12).Select(i => tall[i % 4 * 3 + i / 4])], 0, 0);
    }

    /// <summary>.6 = 153.6/256 and .8 = 204.8/256 lie between 8-bit numbers; 1 + 2^−8 and 1 + 3·2^−8 lie in their middle, and go to the even one.</summary>
    [Fact]
    public void Bfloat16_keeps_eight_bits()
    {
        Assert.Equal([-154 / 256.0, -205 / 256.0], Rounded([3, 4], 1e-7));
        // With ε = 64, above the norm, the division by it is exact.
        double unit = Math.ScaleB(1, -8);
        Assert.Equal([-1 / 64.0, -(1 + 4 * unit) / 64, (1 + 4 * unit) / 64], Rounded([1 + unit, 1 + 3 * unit, -(1 + 3 * unit)], 64));

        static double[] Rounded(double[] gradient, double epsilon) => Optimize.From(
            new double[gradient.Length],
            new Muon<double>([1, gradient.Length]) { Momentum = 0, Iterations = 0, WeightDecay = 0, Bfloat16 = true, Epsilon = epsilon },
            1,
            gradient);
    }

    /// <summary>Rounding to eight bits moves the iteration by some units of those, and everything it gives has eight bits.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bfloat16_moves_the_step_a_little(bool single)
    {
        double[] gradient = Optimize.Normal(new(4), 24);
        double[] exact = Optimize.From(new double[24], new Muon<double>([4, 6]) { WeightDecay = 0 }, 1, gradient);
        ReferenceOptimizer optimizer = single
            ? new Muon<float>([4, 6]) { WeightDecay = 0, Bfloat16 = true }
            : new Muon<double>([4, 6]) { WeightDecay = 0, Bfloat16 = true };
        double[] rounded = Optimize.From(new double[24], optimizer, 1, gradient);
        double most = exact.Zip(rounded, (x, y) => Math.Abs(x - y)).Max();
        Assert.InRange(most, 1e-4, 0.05);
        Assert.All(rounded, x => Assert.Equal(0u, BitConverter.SingleToUInt32Bits((float)x) & 0xFFFF));
    }

    [Fact]
    public void Only_matrices_are_taken()
    {
        Assert.Throws<ArgumentException>(() => new Muon<double>([4]));
        Assert.Throws<ArgumentException>(() => new Muon<double>([2, 2], [2, 2, 2]));
    }

    private static double[] Orthogonal(int rows, int columns, double[] gradient)
    {
        Muon<double> optimizer = new([rows, columns]) { WeightDecay = 0, Adjustment = MuonAdjustment.MatchRmsAdamW };
        double[] step = Optimize.From(new double[rows * columns], optimizer, 1, gradient);
        return [.. step.Select(x => -x / (0.2 * Math.Sqrt(Math.Max(rows, columns))))];
    }

    private static double Dot(double[] a, double[] b, int i, int j, int columns) =>
        Enumerable.Range(0, columns).Sum(k => a[i * columns + k] * b[j * columns + k]);

    /// <summary>One-sided Jacobi: turns pairs of rows of the wide one of the matrix and its transpose until all are orthogonal.</summary>
    private static double[] SingularValues(double[] matrix, int rows, int columns)
    {
        double[][] vectors = rows <= columns
            ? [.. Enumerable.Range(0, rows).Select(i => matrix[(i * columns)..((i + 1) * columns)])]
            : [.. Enumerable.Range(0, columns).Select(j => Enumerable.Range(0, rows).Select(i => matrix[i * columns + j]).ToArray())];
        for (int sweep = 0; sweep < 30; sweep++)
        {
            for (int i = 0; i < vectors.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    Turn(vectors[i], vectors[j]);
            }
        }

        return [.. vectors.Select(vector => Math.Sqrt(vector.Sum(x => x * x)))];
    }

    private static void Turn(double[] a, double[] b)
    {
        double aa = a.Sum(x => x * x), bb = b.Sum(x => x * x), ab = a.Zip(b, (x, y) => x * y).Sum();
        double angle = 0.5 * Math.Atan2(2 * ab, aa - bb);
        (double sine, double cosine) = Math.SinCos(angle);
        for (int k = 0; k < a.Length; k++)
            (a[k], b[k]) = (cosine * a[k] + sine * b[k], cosine * b[k] - sine * a[k]);
    }
}
