namespace LrGen.Optimizers.Tests;

/// <summary>Threads share the tensors of rules that look at whole ones, and the pieces of the others; no bit tells how many they were.</summary>
public sealed class TensorThreadTests
{
    private static readonly Dictionary<string, Func<IOptimizer>> s_rules = new()
    {
        ["Lamb"] = () => new LambDefault(),
        ["Lars"] = () => new LarsOptions(),
        ["Adafactor"] = () => new AdafactorDefault(),
        ["Muon"] = () => new MuonDefault(),
        ["ScheduleFreeAdamW"] = () => new ScheduleFreeAdamWOptions(),
        ["ScheduleFreeSgd"] = () => new ScheduleFreeSgdDefault(),
    };

    public static TheoryData<string> Names => [.. s_rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Their_number_changes_no_bit(string name)
    {
        var (singles, doubles, halves) = Train(name, 1);
        foreach (int threads in new[] { 2, 3 })
        {
            var (s, d, h) = Train(name, threads);
            Assert.Equal(singles, s);
            Assert.Equal(doubles, d);
            Assert.Equal(halves, h);
        }

        Assert.All(singles, x => Assert.True(float.IsFinite(x)));
    }

    /// <summary>Nine tensors of all types, the larger ones of several pieces each; the second half of updates after a tensor more.</summary>
    private static (float[] Singles, double[] Doubles, Half[] Halves) Train(string name, int threads)
    {
        int[][] shapes = [[300, 250], [7, 9], [40, 64]];
        Random random = new(2);
        var optimizer = s_rules[name]();
        optimizer.Threads = threads;
        List<float[]> singles = [], singleGradients = [];
        List<double[]> doubles = [], doubleGradients = [];
        List<Half[]> halves = [], halfGradients = [];
        foreach (int[] shape in shapes)
            Add(shape);
        for (int step = 0; step < 6; step++)
        {
            if (step == 3)
                Add([20, 30]);
            foreach (float[] gradient in singleGradients)
                Array.ConvertAll(Optimize.Normal(random, gradient.Length), x => (float)x).CopyTo(gradient, 0);
            foreach (double[] gradient in doubleGradients)
                Optimize.Normal(random, gradient.Length).CopyTo(gradient, 0);
            foreach (Half[] gradient in halfGradients)
                Array.ConvertAll(Optimize.Normal(random, gradient.Length), x => (Half)x).CopyTo(gradient, 0);
            optimizer.Update();
        }

        return ([.. singles.SelectMany(p => p)], [.. doubles.SelectMany(p => p)], [.. halves.SelectMany(p => p)]);

        void Add(int[] shape)
        {
            int length = shape[0] * shape[1];
            string suffix = "-" + singles.Count;
            singles.Add(Array.ConvertAll(Optimize.Normal(random, length), x => (float)x));
            doubles.Add(Optimize.Normal(random, length));
            halves.Add(Array.ConvertAll(Optimize.Normal(random, length), x => (Half)x));
            singleGradients.Add(new float[length]);
            doubleGradients.Add(new double[length]);
            halfGradients.Add(new Half[length]);
            optimizer.Parameters.Add("single" + suffix, singles[^1], singleGradients[^1], null, shape);
            optimizer.Parameters.Add("double" + suffix, doubles[^1], doubleGradients[^1], null, shape);
            optimizer.Parameters.Add("half" + suffix, halves[^1], halfGradients[^1], null, shape);
        }
    }
}
