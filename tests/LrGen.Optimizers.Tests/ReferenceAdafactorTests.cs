using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Adafactor by hand. At step 1 the averages are the first squares themselves, as 1 − β2 is 1.</summary>
public sealed class ReferenceAdafactorTests
{
    /// <summary>
    /// p = (3, 4) has RMS √12.5, so α = .01·√12.5. Step 1: g over its own size, so (1, −1). Step 2: 1 − β2 = 2^−.8 = .574349177498517; g =
    /// (2, 1) makes v = (1 + 3·.574…, 4 − 3·.574…), u = g/√v = (1.2119993…, .6627092…) of RMS .97676…: nothing is clipped.
    /// </summary>
    [Fact]
    public void Vectors_have_a_v_of_their_own()
    {
        Adafactor<double> optimizer = new([2]);
        double[] first = Optimize.From([3, 4], optimizer, 0.01, [1, -2]);
        double step = 0.01 * Math.Sqrt(12.5);
        Optimize.Close([3 - step, 4 + step], first);
        double[] second = Optimize.From(first, optimizer, 0.01, [2, 1]);
        step = 0.01 * Math.Sqrt((first[0] * first[0] + first[1] * first[1]) / 2);
        Optimize.Close([first[0] - step * 2 / Math.Sqrt(2.7230475324955523), first[1] - step / Math.Sqrt(2.2769524675044477)], second);
    }

    /// <summary>g = 1, 10: v = 1 + 99·2^−.8 = 57.86…, u = 1.3146…, which is clipped to d = 1; with d = 1.25 to that.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1.25, 1.25)]
    [InlineData(2, 1.3146454768117593)]
    public void Steps_are_clipped_to_a_root_mean_square(double d, double u)
    {
        Adafactor<double> optimizer = new([1]) { ClippingThreshold = d };
        double first = Optimize.From([1], optimizer, 0.01, [1])[0];
        Optimize.Close([0.99], [first]);
        Optimize.Close([first - 0.01 * first * u], Optimize.From([first], optimizer, 0.01, [10]));
    }

    /// <summary>
    /// g = (1 2; 3 4): g² = (1 4; 9 16) has row means 2.5 and 12.5, column means 5 and 10, and the rows' mean 7.5: v = (5/3 10/3; 25/3 50/3).
    /// u² = (.6 1.2; 1.08 .96), whose mean .96 is not clipped. p = 2 has RMS 2.
    /// </summary>
    [Fact]
    public void Matrices_have_the_product_of_their_means()
    {
        double[] u = [Math.Sqrt(0.6), Math.Sqrt(1.2), -Math.Sqrt(1.08), Math.Sqrt(0.96)];
        double[] actual = Optimize.From([2, 2, 2, 2], new Adafactor<double>([2, 2]), 0.01, [1, 2, -3, 4]);
        Optimize.Close([.. u.Select(x => 2 - 0.02 * x)], actual);
        // A stack of that matrix and of its double: each is factored by itself, and twice the gradient has the same u.
        actual = Optimize.From([2, 2, 2, 2, 2, 2, 2, 2], new Adafactor<double>([2, 2, 2]), 0.01, [1, 2, -3, 4, 2, 4, -6, 8]);
        Optimize.Close([.. u.Concat(u).Select(x => 2 - 0.02 * x)], actual);
        // A row: the estimate is (row mean)·(its squares)/(row mean), so g² itself.
        actual = Optimize.From([2, 2, 2], new Adafactor<double>([1, 3]), 0.01, [1, 2, -3]);
        Optimize.Close([1.98, 1.98, 2.02], actual);
    }

    /// <summary>Where g = s·abᵀ with a, b that stay and s that does not, g² and all its averages have rank 1.</summary>
    [Fact]
    public void A_square_of_rank_one_is_estimated_exactly()
    {
        Random random = new(2);
        double[] a = Optimize.Normal(random, 3), b = Optimize.Normal(random, 5), start = Optimize.Normal(random, 15);
        Adafactor<double> factored = new([3, 5]), unfactored = new([15]);
        double[] matrix = [.. start], vector = [.. start];
        for (int step = 0; step < 100; step++)
        {
            double scale = random.NextDouble() - 0.5;
            double[] gradient = [.. a.SelectMany(x => b.Select(y => scale * x * y))];
            matrix = Optimize.From(matrix, factored, 0.01, gradient);
            vector = Optimize.From(vector, unfactored, 0.01, gradient);
            Optimize.Close(vector, matrix, 1e-11, 1e-12);
        }

        Assert.NotEqual(start[0], matrix[0], 1e-2);
    }

    /// <summary>η = 1: 1/√t is less from t = 2 on. p = 1 goes to 0, whose size counts as ε2 = .001: with g = −1 to .001/√2.</summary>
    [Fact]
    public void The_relative_step_falls_with_the_root_of_t_and_a_tensor_has_a_least_size()
    {
        Adafactor<double> optimizer = new([1]);
        double[] first = Optimize.From([1], optimizer, 1, [1]);
        Optimize.Close([0], first);
        Optimize.Close([0.001 / Math.Sqrt(2)], Optimize.From(first, optimizer, 1, [-1]));
    }

    /// <summary>p = 1, η = .01, λ = .5: α is .01·1, of p before its decay; p·(1 − .005) − .01.</summary>
    [Fact]
    public void Decay_is_decoupled() =>
        Optimize.Close([0.995 - 0.01], Optimize.From([1], new Adafactor<double>([1]) { WeightDecay = 0.5 }, 0.01, [1]));

    /// <summary>
    /// ε1 is the precision's: a quarter of it as gradient gives u = 1/4. In a matrix of g = 2^−13, single precision, the rows' mean 2^−26 is
    /// raised to ε1 = 2^−23: v = 2^−52/2^−23, u = 2^1.5.
    /// </summary>
    [Fact]
    public void Small_gradients_are_divided_by_the_epsilon_of_the_precision()
    {
        Optimize.Close([1 - 0.01 / 4], Optimize.From([1], new Adafactor<double>([1]), 0.01, [Math.ScaleB(1, -54)]));
        Optimize.Close([1 - 0.01 / 4], Optimize.From([1], new Adafactor<float>([1]), 0.01, [Math.ScaleB(1, -25)]), 1e-7);
        Optimize.Close([1 - 0.01 / 4], Optimize.From([1], new Adafactor<double>([1]) { Epsilon1 = 1 }, 0.01, [0.25]));
        double g = Math.ScaleB(1, -13);
        double[] matrix = Optimize.From([1, 1, 1, 1], new Adafactor<float>([2, 2]) { ClippingThreshold = 4 }, 0.01, [g, g, g, g]);
        Optimize.Close([.. Enumerable.Repeat(1 - 0.01 * Math.Pow(2, 1.5), 4)], matrix, 1e-7);
    }
}
