namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Memory that is registered twice, or in which parameters and gradients overlap.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(9)]
    public void Parameters_and_gradients_that_overlap_are_refused(int shift)
    {
        float[] memory = new float[40];
        var parameters = memory.AsMemory(10, 10);
        var gradients = memory.AsMemory(10 + shift, 10);
        var optimizer = new SgdOptimizer();
        string message = Assert.Throws<ArgumentException>(() => optimizer.Parameters.Add("w", parameters, gradients)).Message;
        Assert.Contains("parameters and the gradients of tensor 'w'", message);
        Assert.Empty(optimizer.Parameters);
        Assert.Contains("overlap", Assert.Throws<ArgumentException>(() => optimizer.Update(memory.AsSpan(10, 10), memory.AsSpan(10 + shift, 10))).Message);
        Assert.Equal(0, optimizer.Step);
        // Beside one another they are apart.
        optimizer.Parameters.Add("w", memory.AsMemory(0, 10), memory.AsMemory(10, 10));
        Assert.Throws<ArgumentException>(() => ((ParameterTensor<float>)optimizer.Parameters["w"]).Bind(parameters, gradients));
    }

    [Fact]
    public void Gradients_that_are_the_parameters_stay_allowed()
    {
        float[] memory = [1, 2, 3];
        var optimizer = new SgdOptimizer();
        optimizer.Parameters.Add("w", memory, memory);
        optimizer.Update();
        Assert.Equal([0.5f, 1, 1.5f], memory);
        new SgdOptimizer().Update(memory, memory);
        Assert.Equal([0.25f, 0.5f, 0.75f], memory);
    }

    [Fact]
    public void Memory_of_another_tensor_is_refused_with_both_names()
    {
        float[] a = new float[20], b = new float[20], gradients = new float[20];
        var optimizer = new SgdOptimizer();
        optimizer.Parameters.Add("embedding", a, gradients);
        Refused(a, new float[20], "parameters of tensor 'output'", "parameters of tensor 'embedding'");
        Refused(a.AsMemory(19, 1), new float[1], "parameters of tensor 'output'", "parameters of tensor 'embedding'");
        Refused(gradients, new float[20], "parameters of tensor 'output'", "gradients of tensor 'embedding'");
        Refused(b, a, "gradients of tensor 'output'", "parameters of tensor 'embedding'");
        // Nothing writes to gradients.
        var output = optimizer.Parameters.Add("output", b, gradients);
        Assert.Contains("'embedding'", Assert.Throws<ArgumentException>(() => output.Bind(a, gradients)).Message);
        output.Bind(b, new float[20]);
        Assert.Equal(2, optimizer.Parameters.Count);

        void Refused(Memory<float> parameters, Memory<float> of, params string[] names)
        {
            string message = Assert.Throws<ArgumentException>(() => optimizer.Parameters.Add("output", parameters, of)).Message;
            Assert.All(names, name => Assert.Contains(name, message));
            Assert.Single(optimizer.Parameters);
        }
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e38)]
    [InlineData(-1e300)]
    public void A_scale_that_makes_gradients_infinite_is_caught_where_they_are_looked_at(double scale)
    {
        float[] parameters = [1, 2];
        var optimizer = new CheckedOptimizer { GradientScale = scale };
        var error = Assert.Throws<NonFiniteGradientException>(() => optimizer.Update(parameters, [0f, 100f]));
        Assert.Contains("GradientScale", error.Message);
        Assert.Equal([1f, 2f], parameters);
        Assert.Equal(0, optimizer.Step);
        optimizer.GradientScale = 1e30;
        Assert.True(optimizer.Update(parameters, [0f, 100f]));
        Assert.All(parameters, p => Assert.True(float.IsFinite(p)));
        Assert.Throws<NonFiniteGradientException>(() => new CheckedAccumulatingOptimizer { GradientScale = scale }.Update(parameters, [0f, 100f]));
        // In double the first of them is finite.
        Assert.Equal(Math.Abs(scale) < 1e306, new CheckedOptimizer { GradientScale = scale }.Update(new double[2], [0.0, 100.0]));
    }
}
