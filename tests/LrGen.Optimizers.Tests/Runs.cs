using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Trainings of a generated optimizer beside its definition: the same start, gradients and rates.</summary>
internal static class Runs
{
    /// <summary>A tensor beside its definition.</summary>
    /// <param name="Shape">The lengths of its dimensions.</param>
    /// <param name="Group">Its group; null for the default.</param>
    public sealed record Tensor(int[] Shape, ParameterGroup? Group = null)
    {
        public int Length => Shape.Aggregate(1, (x, y) => x * y);
    }

    /// <summary>
    /// Gradients of mixed sizes: from step to step by up to a factor of 10, and every seventh of one tensor 0 throughout, which has no norm.
    /// </summary>
    public static double[][] Gradients(Random random, IReadOnlyList<Tensor> tensors)
    {
        double scale = Math.Pow(10, random.NextDouble() - 0.5);
        return [.. tensors.Select(t => random.Next(7) == 0 ? new double[t.Length] : Array.ConvertAll(Optimize.Normal(random, t.Length, scale), Single))];
    }

    /// <summary>The parts of a buffer.</summary>
    public static double[][] Split(double[] buffer, IReadOnlyList<Tensor> tensors)
    {
        int start = 0;
        return [.. tensors.Select(t => buffer[start..(start += t.Length)])];
    }

    /// <summary>Numbers that float holds, too, so that both precisions start from the same.</summary>
    private static double Single(double x) => (float)x;

    /// <summary>Runs both in double with registered memory and compares after each update.</summary>
    public static void FollowDouble(IOptimizer optimizer, ReferenceOptimizer reference, IReadOnlyList<Tensor> tensors, int steps, double relative)
    {
        Random random = new(11);
        double[][] expected = [.. tensors.Select(t => Array.ConvertAll(Optimize.Normal(random, t.Length), Single))];
        double[][] actual = [.. expected.Select(p => (double[])p.Clone())];
        double[][] buffers = [.. tensors.Select(t => new double[t.Length])];
        for (int i = 0; i < tensors.Count; i++)
            optimizer.Parameters.Add("t" + i, actual[i], buffers[i], tensors[i].Group, tensors[i].Shape);
        for (int step = 0; step < steps; step++)
        {
            double[][] gradients = Gradients(random, tensors);
            for (int i = 0; i < tensors.Count; i++)
                gradients[i].CopyTo(buffers[i], 0);
            reference.Step(expected, gradients, optimizer.Rate);
            Assert.True(optimizer.Update());
            for (int i = 0; i < tensors.Count; i++)
                Optimize.Close(expected[i], actual[i], relative, relative);
        }
    }

    /// <summary>Runs the optimizer in float, given one buffer, and returns the largest error relative to the largest number of its tensor.</summary>
    public static double ErrorOfSingle(IOptimizer optimizer, ReferenceOptimizer reference, IReadOnlyList<Tensor> tensors, int steps)
    {
        Random random = new(12);
        double[][] expected = [.. tensors.Select(t => Array.ConvertAll(Optimize.Normal(random, t.Length), Single))];
        float[] actual = [.. expected.SelectMany(p => p.Select(x => (float)x))];
        for (int i = 0; i < tensors.Count; i++)
            optimizer.Parameters.Add<float>("t" + i, tensors[i].Group, tensors[i].Shape);
        double worst = 0;
        for (int step = 0; step < steps; step++)
        {
            double[][] gradients = Gradients(random, tensors);
            reference.Step(expected, gradients, optimizer.Rate);
            Assert.True(optimizer.Update(actual, [.. gradients.SelectMany(g => g.Select(x => (float)x))]));
            int start = 0;
            foreach (double[] tensor in expected)
            {
                double largest = tensor.Max(Math.Abs);
                for (int i = 0; i < tensor.Length; i++)
                    worst = Math.Max(worst, Math.Abs(actual[start + i] - tensor[i]) / largest);
                Assert.All(actual.AsSpan(start, tensor.Length).ToArray(), x => Assert.True(float.IsFinite(x)));
                start += tensor.Length;
            }
        }

        return worst;
    }
}
