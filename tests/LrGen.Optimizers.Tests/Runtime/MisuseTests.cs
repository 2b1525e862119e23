namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Each misuse is an exception with names and sizes, and changes nothing.</summary>
public sealed class MisuseTests
{
    [Fact]
    public void Without_tensors_an_update_says_how_to_give_them()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new AdamOptimizer().Update());
        Assert.Contains("Parameters.Add", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_without_memory_is_named()
    {
        var optimizer = new AdamOptimizer();
        optimizer.Parameters.Add<float>("hidden", null, 3, 4);
        var error = Assert.Throws<InvalidOperationException>(() => optimizer.Update());
        Assert.Contains("'hidden'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, optimizer.Step);
    }

    [Fact]
    public void Buffers_of_different_lengths_are_refused()
    {
        var optimizer = new AdamOptimizer();
        var error = Assert.Throws<ArgumentException>(() => optimizer.Update(new float[1_000], new float[999]));
        Assert.Contains("1,000 parameters and 999 gradients", error.Message, StringComparison.Ordinal);
        Assert.Empty(optimizer.Parameters);
    }

    [Fact]
    public void A_buffer_of_another_length_than_before_is_refused()
    {
        var optimizer = new AdamOptimizer();
        optimizer.Update(new float[1_000], new float[1_000]);
        var error = Assert.Throws<ArgumentException>(() => optimizer.Update(new float[1_001], new float[1_001]));
        Assert.Contains("'parameters' has 1,000 parameters; 1,001 were given", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, optimizer.Step);
    }

    [Fact]
    public void A_buffer_of_another_length_than_the_tensors_is_refused()
    {
        var optimizer = new AdamOptimizer();
        optimizer.Parameters.Add<float>("a", null, 10);
        optimizer.Parameters.Add<float>("b", null, 20);
        var error = Assert.Throws<ArgumentException>(() => optimizer.Update(new float[31], new float[31]));
        Assert.Contains("2 registered tensors together have 30 parameters; 31 were given", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_buffer_of_another_type_is_refused()
    {
        var optimizer = new AdamOptimizer();
        optimizer.Parameters.Add<double>("a", null, 10);
        var error = Assert.Throws<ArgumentException>(() => optimizer.Update(new float[10], new float[10]));
        Assert.Contains("'a' is registered as Double", error.Message, StringComparison.Ordinal);
        Assert.Contains("Single", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_buffer_is_refused() => Assert.Throws<ArgumentException>(() => new AdamOptimizer().Update(Array.Empty<float>(), Array.Empty<float>()));

    [Fact]
    public void A_name_stands_for_one_tensor()
    {
        var parameters = new AdamOptimizer().Parameters;
        parameters.Add<float>("a", null, 10);
        var error = Assert.Throws<ArgumentException>(() => parameters.Add<float>("a", null, 20));
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        Assert.Single(parameters);
    }

    [Theory]
    [InlineData(new int[0], "empty")]
    [InlineData(new[] { 3, 0 }, "dimension of 0")]
    [InlineData(new[] { -1 }, "dimension of -1")]
    [InlineData(new[] { 70_000, 70_000 }, "more elements")]
    public void Shapes_have_elements(int[] shape, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => new AdamOptimizer().Parameters.Add<float>("a", null, shape));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_has_as_many_elements_as_the_memory()
    {
        var parameters = new AdamOptimizer().Parameters;
        var error = Assert.Throws<ArgumentException>(() => parameters.Add("a", new float[12], new float[12], null, 3, 5));
        Assert.Contains("12 parameters; a shape of 3 × 5 has 15", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_has_as_many_gradients_as_parameters()
    {
        var parameters = new AdamOptimizer().Parameters;
        var error = Assert.Throws<ArgumentException>(() => parameters.Add("a", new float[12], new float[13]));
        Assert.Contains("12 parameters and 13 gradients", error.Message, StringComparison.Ordinal);
        var tensor = parameters.Add("a", new float[12], new float[12]);
        error = Assert.Throws<ArgumentException>(() => tensor.Bind(new float[12], new float[11]));
        Assert.Contains("'a' has 12 elements; gradients has 11", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_numbers_than_parameters_can_be_are_refused() =>
        Assert.Throws<ArgumentException>(() => new AdamOptimizer().Parameters.Add<System.Runtime.InteropServices.NFloat>("a", null, 3));

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_there_are()
    {
        var parameters = new AdamOptimizer().Parameters;
        parameters.Add<float>("first", null, 1);
        parameters.Add<float>("second", null, 1);
        var error = Assert.Throws<KeyNotFoundException>(() => parameters["third"]);
        Assert.Contains("'first', 'second'", error.Message, StringComparison.Ordinal);
        Assert.Equal("second", parameters["second"].Name);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Scales_are_finite(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamOptimizer { GradientScale = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup("a") { RateScale = value });
    }

    [Fact]
    public void Rate_scales_are_not_negative()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup("heads") { RateScale = -1 });
        Assert.Contains("'heads'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_025)]
    public void There_is_a_thread_and_not_too_many(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamOptimizer { Threads = threads });

    [Theory]
    [InlineData(-1.0, 0.9, "rate")]
    [InlineData(double.NaN, 0.9, "rate")]
    [InlineData(0.1, 1.0, "momentum")]
    public void A_broken_value_of_run_time_changes_nothing(double rate, double momentum, string name)
    {
        var optimizer = new RuntimeOptimizer(rate, momentum);
        float[] parameters = [1, 2];
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Update(parameters, [1f, 1f]));
        Assert.Equal(name, error.ParamName);
        Assert.Equal([1f, 2f], parameters);
        Assert.Equal(0, optimizer.Step);
        Assert.True(new RuntimeOptimizer(0.1, 0.9).Update(parameters, [1f, 1f]));
    }
}
