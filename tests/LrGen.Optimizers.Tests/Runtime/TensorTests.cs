namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Several tensors, groups, types and threads: what they change, and what they do not.</summary>
public sealed class TensorTests
{
    private static readonly int[] s_lengths = [1, 3, 64, 7, 130];

    [Fact]
    public void One_buffer_several_tensors_and_memory_give_the_same_bits()
    {
        int total = s_lengths.Sum();
        float[] one = Numbers.Singles(total, 1), parts = [.. one], memory = [.. one], gradients = new float[total];
        AmsGradOptimizer whole = new(), tensors = new(), bound = new();
        int start = 0;
        foreach (int length in s_lengths)
        {
            tensors.Parameters.Add<float>("t" + start, null, length);
            bound.Parameters.Add("t" + start, memory.AsMemory(start, length), gradients.AsMemory(start, length));
            start += length;
        }

        for (int step = 0; step < 50; step++)
        {
            Numbers.Singles(total, step + 100).CopyTo(gradients, 0);
            whole.Update(one, gradients);
            tensors.Update(parts, gradients);
            bound.Update();
        }

        Numbers.AssertSameBits(one, parts);
        Numbers.AssertSameBits(one, memory);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Threads_do_not_change_a_bit(int threads)
    {
        const int Length = 300_001;
        float[] alone = Numbers.Singles(Length, 1), shared = [.. alone], memory = [.. alone], gradients = Numbers.Singles(Length, 2);
        AmsGradOptimizer one = new(), several = new() { Threads = threads }, bound = new() { Threads = threads };
        bound.Parameters.Add("a", memory.AsMemory(0, 100_000), gradients.AsMemory(0, 100_000));
        bound.Parameters.Add("b", memory.AsMemory(100_000), gradients.AsMemory(100_000));
        for (int step = 0; step < 5; step++)
        {
            one.Update(alone, gradients);
            several.Update(shared, gradients);
            bound.Update();
        }

        Numbers.AssertSameBits(alone, shared);
        Numbers.AssertSameBits(alone, memory);
    }

    [Fact]
    public void Groups_scale_the_rate_and_go_without_decay()
    {
        var slow = new ParameterGroup("slow") { RateScale = 0.1 };
        var plain = new ParameterGroup("plain") { DecaysWeights = false };
        var frozen = new ParameterGroup("frozen") { RateScale = 0 };
        var optimizer = new MomentumOptimizer();
        double[] parameters = [1, 1, 1, 1];
        optimizer.Parameters.Add<double>("normal", null, 1);
        optimizer.Parameters.Add<double>("slow", slow, 1);
        optimizer.Parameters.Add<double>("plain", plain, 1);
        optimizer.Parameters.Add<double>("frozen", frozen, 1);
        optimizer.Update(parameters, [1.0, 1.0, 1.0, 1.0]);
        Assert.Equal(1 - (0.5 * 1.1), parameters[0], 1e-15);
        Assert.Equal(1 - (0.05 * 1.1), parameters[1], 1e-15);
        Assert.Equal(0.5, parameters[2], 1e-15);
        Assert.Equal(1, parameters[3]);

        frozen.RateScale = 1;
        optimizer.Parameters.DefaultGroup.RateScale = 0;
        double normal = parameters[0];
        optimizer.Update(parameters, [0.0, 0.0, 0.0, 0.0]);
        Assert.Equal(normal, parameters[0]);
        Assert.NotEqual(1, parameters[3]);
    }

    [Fact]
    public void A_tensor_that_comes_later_starts_its_own_count()
    {
        var optimizer = new AmsGradOptimizer();
        var fresh = new AmsGradOptimizer();
        float[] first = [1], second = [1], alone = [1], gradient = [0.5f];
        optimizer.Parameters.Add("first", first, gradient);
        for (int i = 0; i < 100; i++)
            optimizer.Update();
        optimizer.Parameters.Add("second", second, gradient);
        optimizer.Update();
        fresh.Update(alone, gradient);
        Assert.Equal(alone, second);
        Assert.Equal(101, optimizer.Step);
        Assert.Equal((101, 1), (optimizer.Parameters["first"].Updates, optimizer.Parameters["second"].Updates));
    }

    [Fact]
    public void Parameters_of_half_precision_are_those_of_float_rounded()
    {
        const int Length = 3_000;
        Half[] halves = Numbers.Halves(Length, 1);
        var optimizer = new AdamOptimizer();
        var single = new AdamOptimizer();
        float[] expected = new float[Length];
        for (int step = 0; step < 30; step++)
        {
            Half[] gradients = Numbers.Halves(Length, step + 10);
            // The float optimizer starts each step from what half precision kept; its state goes on undisturbed.
            for (int i = 0; i < Length; i++)
                expected[i] = (float)halves[i];
            single.Update(expected, [.. gradients.Select(g => (float)g)]);
            optimizer.Update(halves, gradients);
            Assert.Equal([.. expected.Select(x => (Half)x)], halves);
        }
    }

    [Fact]
    public void The_rate_is_that_of_the_update_about_to_run()
    {
        var optimizer = new AdamOptimizer();
        float[] parameters = [1];
        for (int step = 0; step < 600; step++)
        {
            Assert.Equal(step, optimizer.Step);
            Assert.Equal(optimizer.RateAt(step), optimizer.Rate);
            optimizer.Update(parameters, [1f]);
        }

        Assert.Equal(0, optimizer.Rate);
        Assert.Equal(0.01, optimizer.RateAt(20));
    }

    [Fact]
    public void An_optimizer_can_be_used_through_its_interface()
    {
        IOptimizer optimizer = new SgdOptimizer();
        double[] parameters = [1];
        Assert.True(optimizer.Update(parameters, [1.0]));
        Assert.Equal([0.5], parameters);
        Assert.Equal((1, 0.5, 1), (optimizer.Step, optimizer.Rate, optimizer.Parameters.Count));
    }
}
