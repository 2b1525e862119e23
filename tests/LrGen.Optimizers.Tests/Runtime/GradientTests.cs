namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>What happens to gradients before a rule sees them. The rate is 1 or ½, so that parameters show it.</summary>
public sealed class GradientTests
{
    [Fact]
    public void Gradients_are_scaled()
    {
        var optimizer = new SgdOptimizer { GradientScale = 0.25 };
        float[] parameters = [1, 2];
        optimizer.Update(parameters, [4f, -8f]);
        Assert.Equal([0.5f, 3f], parameters);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(1_000)]
    public void A_norm_above_the_limit_is_clipped_as_PyTorch_does(int length)
    {
        var optimizer = new NormClippedOptimizer();
        double[] gradients = Numbers.Doubles(length, 1), parameters = new double[length];
        optimizer.Update(parameters, gradients);
        double norm = Math.Sqrt(gradients.Sum(g => g * g));
        Assert.True(norm > 1);
        for (int i = 0; i < length; i++)
            Assert.Equal(-gradients[i] / (norm + 1e-6), parameters[i], 1e-14);
    }

    [Fact]
    public void A_norm_below_the_limit_is_left_alone()
    {
        double[] parameters = [0, 0];
        new NormClippedOptimizer().Update(parameters, [0.6, -0.7]);
        Assert.Equal([-0.6, 0.7], parameters);
    }

    [Fact]
    public void The_norm_is_that_of_all_tensors_together()
    {
        var optimizer = new NormClippedOptimizer();
        float[] a = new float[1], b = new float[2];
        Half[] c = new Half[1];
        optimizer.Parameters.Add("a", a, new float[] { 1 });
        optimizer.Parameters.Add("b", b, new float[] { 5, 1 });
        optimizer.Parameters.Add("c", c, new[] { (Half)3 });
        optimizer.Update();
        Assert.Equal(-1 / 6.0, a[0], 1e-6);
        Assert.Equal(-5 / 6.0, b[0], 1e-6);
        Assert.Equal(-0.5, (double)c[0], 1e-3);
    }

    [Fact]
    public void Values_are_clipped_on_both_sides()
    {
        float[] parameters = new float[9];
        float[] gradients = [0.4f, 0.6f, -0.6f, -0.4f, 9f, -9f, 0.5f, -0.5f, 0f];
        new ValueClippedOptimizer().Update(parameters, gradients);
        Assert.Equal([-0.4f, -0.5f, 0.5f, 0.4f, -0.5f, 0.5f, -0.5f, 0.5f, 0f], parameters);
    }

    [Fact]
    public void The_norm_is_taken_after_values_are_clipped()
    {
        double[] parameters = new double[2];
        new TwiceClippedOptimizer().Update(parameters, [30.0, -4.0]);
        double norm = Math.Sqrt(18) + 1e-6;
        Assert.Equal(-3 / norm, parameters[0], 1e-14);
        Assert.Equal(3 / norm, parameters[1], 1e-14);
    }

    [Fact]
    public void Accumulated_gradients_are_averaged()
    {
        var optimizer = new AccumulatingOptimizer();
        float[] parameters = [10];
        foreach (float gradient in new float[] { 1, 2, 3 })
        {
            Assert.False(optimizer.Update(parameters, [gradient]));
            Assert.Equal([10f], parameters);
            Assert.Equal(0, optimizer.Step);
        }

        Assert.True(optimizer.Update(parameters, [6f]));
        Assert.Equal([7f], parameters);
        Assert.Equal(1, optimizer.Step);
        for (int i = 0; i < 4; i++)
            optimizer.Update(parameters, [1f]);
        Assert.Equal([6f], parameters);
    }

    [Fact]
    public void Accumulated_gradients_of_half_precision_are_summed_in_float()
    {
        var optimizer = new AccumulatingOptimizer();
        Half[] parameters = [(Half)0];
        // In half precision 2048 + 1 is 2048.
        foreach (float gradient in new[] { 2048f, 1f, 1f, 2f })
            optimizer.Update(parameters, [(Half)gradient]);
        Assert.Equal((Half)(-513f), parameters[0]);
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 3)]
    [InlineData(float.NegativeInfinity, 40)]
    public void A_gradient_that_is_no_number_is_named_and_changes_nothing(float value, int index)
    {
        var optimizer = new CheckedOptimizer();
        float[] a = Numbers.Singles(7, 1), b = Numbers.Singles(41, 2), before = [.. b];
        float[] gradients = Numbers.Singles(41, 3);
        optimizer.Parameters.Add("a", a, Numbers.Singles(7, 4));
        optimizer.Parameters.Add("b", b, gradients);
        float good = gradients[index];
        gradients[index] = value;
        var error = Assert.Throws<NonFiniteGradientException>(() => optimizer.Update());
        Assert.Equal(("b", index, (double)value, 0L), (error.Tensor, error.Index, error.Value, error.Step));
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, b);
        Assert.Equal(0, optimizer.Step);

        gradients[index] = good;
        Assert.True(optimizer.Update());
    }

    [Fact]
    public void A_bad_gradient_does_not_reach_the_sum()
    {
        var optimizer = new CheckedAccumulatingOptimizer();
        float[] parameters = [1];
        optimizer.Update(parameters, [1f]);
        Assert.Throws<NonFiniteGradientException>(() => optimizer.Update(parameters, [float.NaN]));
        Assert.True(optimizer.Update(parameters, [3f]));
        Assert.Equal(0.8f, parameters[0], 1e-6f);
    }

    [Fact]
    public void Without_the_check_NaN_goes_through()
    {
        float[] parameters = [1, 1];
        new AdamOptimizer().Update(parameters, [float.NaN, 1f]);
        Assert.Equal(1f, parameters[1], 0.1f);
        Assert.True(float.IsNaN(parameters[0]));
    }

    [Fact]
    public void Gradients_are_cleared()
    {
        var optimizer = new SgdOptimizer();
        float[] single = [1, 2];
        double[] real = [3];
        Half[] half = [(Half)4];
        optimizer.Parameters.Add("a", new float[2], single);
        optimizer.Parameters.Add("b", new double[1], real);
        optimizer.Parameters.Add("c", new Half[1], half);
        optimizer.Parameters.ClearGradients();
        Assert.Equal([0f, 0f], single);
        Assert.Equal([0.0], real);
        Assert.Equal([(Half)0], half);
    }
}
