using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>The reference in single precision: the same arithmetic, rounded at each operation.</summary>
public sealed class ReferencePrecisionTests
{
    private static readonly Dictionary<string, (double Rate, Func<ReferenceOptimizer> Single, Func<ReferenceOptimizer> Double)> s_optimizers = new()
    {
        ["SGD"] = (0.05, () => new Sgd<float>([3, 4]) { Momentum = 0.9 }, () => new Sgd<double>([3, 4]) { Momentum = 0.9 }),
        ["Adam"] = (0.02, () => new Adam<float>([3, 4]), () => new Adam<double>([3, 4])),
        ["AdamW"] = (0.02, () => new AdamW<float>([3, 4]), () => new AdamW<double>([3, 4])),
        ["NAdam"] = (0.02, () => new NAdam<float>([3, 4]), () => new NAdam<double>([3, 4])),
        ["RAdam"] = (0.02, () => new RAdam<float>([3, 4]), () => new RAdam<double>([3, 4])),
        ["Adamax"] = (0.02, () => new Adamax<float>([3, 4]), () => new Adamax<double>([3, 4])),
        ["Adagrad"] = (0.1, () => new Adagrad<float>([3, 4]), () => new Adagrad<double>([3, 4])),
        ["Adadelta"] = (1, () => new Adadelta<float>([3, 4]), () => new Adadelta<double>([3, 4])),
        ["RMSprop"] = (0.02, () => new RmsProp<float>([3, 4]), () => new RmsProp<double>([3, 4])),
        ["LAMB"] = (0.02, () => new Lamb<float>([3, 4]), () => new Lamb<double>([3, 4])),
        ["LARS"] = (1, () => new Lars<float>([3, 4]) { WeightDecay = 0.01 }, () => new Lars<double>([3, 4]) { WeightDecay = 0.01 }),
        ["Adafactor"] = (0.02, () => new Adafactor<float>([3, 4]), () => new Adafactor<double>([3, 4])),
        ["Muon"] = (0.02, () => new Muon<float>([3, 4]), () => new Muon<double>([3, 4])),
        ["Schedule-Free SGD"] = (0.5, () => new ScheduleFreeSgd<float>([3, 4]), () => new ScheduleFreeSgd<double>([3, 4])),
        ["Schedule-Free AdamW"] = (0.02, () => new ScheduleFreeAdamW<float>([3, 4]), () => new ScheduleFreeAdamW<double>([3, 4])),
    };

    public static TheoryData<string> Names => [.. s_optimizers.Keys];

    /// <summary>A noisy quadratic pulls the parameters together again, so that what 1,000 steps round does not add up.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Rounding_moves_a_run_a_little(string name)
    {
        var (rate, single, twice) = s_optimizers[name];
        double[] rounded = Run(single(), rate), exact = Run(twice(), rate);
        double most = exact.Zip(rounded, (x, y) => Math.Abs(x - y)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{name}: {most:E1} at {exact.Max(Math.Abs):F2}"));
        // Muon multiplies errors along small singular values by up to 3.4445⁵ a step, which is what its polynomial is for.
        Assert.InRange(most, 1e-9, name == "Muon" ? 1e-2 : 3e-6);
        Assert.All(rounded, x => Assert.Equal(x, (double)(float)x));
    }

    /// <summary>Lion's steps have one size, so rounding shows as a multiple of it wherever an average is close to 0.</summary>
    [Fact]
    public void Lion_rounds_to_multiples_of_the_rate()
    {
        double[] rounded = Run(new Lion<float>([3, 4]), 1.0 / 64);
        double[] steps = [.. rounded.Zip(Start, (x, start) => (x - (float)start) * 64)];
        Assert.All(steps, step => Assert.Equal(Math.Round(step), step, 1e-4));
        Assert.Contains(steps, step => Math.Abs(step) > 1);
    }

    /// <summary>
    /// g = 1e-23: (1 − β2)·g is 1e-26, and times g 1e-49, below the least number of single precision, which v stays 0 for; in double 1e-49.
    /// </summary>
    [Fact]
    public void Single_precision_underflows()
    {
        Optimize.Close([-0.1 * 1e-23 / (1e-23 + 1e-8)], Optimize.From([0], new Adam<double>([1]), 0.1, [1e-23]), 1e-12, 0);
        Assert.Equal(-0.1 * 1e-23 / 1e-8, Optimize.From([0], new Adam<float>([1]), 0.1, [1e-23])[0], 1e-21);
        Assert.Equal(0, Optimize.From([0], new Adagrad<float>([1]), 0.1, [1e-30])[0] + (float)(0.1 * 1e-20), 1e-26);
    }

    /// <summary>
    /// g = 5e19: g² is above single precision, (1 − β2)·g·g from left to right is not. NAdam's v/bc2 is again,
    /// and Adagrad has g² itself: g/∞.
    /// </summary>
    [Fact]
    public void Single_precision_overflows_only_where_the_rule_does()
    {
        Assert.Equal(-0.1, Optimize.From([0], new Adam<float>([1]), 0.1, [5e19])[0], 1e-7);
        Assert.Equal(-0.1 / Math.Sqrt(0.01), Optimize.From([0], new RmsProp<float>([1]), 0.1, [5e19])[0], 1e-6);
        Assert.Equal(-Math.Sqrt(1e-6 / 0.1), Optimize.From([0], new Adadelta<float>([1]), 1, [5e19])[0], 1e-6);
        Assert.Equal(0, Optimize.From([0], new NAdam<float>([1]), 0.1, [5e19])[0]);
        Assert.Equal(0, Optimize.From([0], new Adagrad<float>([1]), 0.1, [5e19])[0]);
    }

    /// <summary>1 − β2 is 1 − .999 in double and then rounded: 0.001f, unlike 1f − .999f = .00099998713.</summary>
    [Fact]
    public void Numbers_of_a_step_are_rounded_once()
    {
        // Without ε, step 1 is η·m/bc1 over √v/√bc2, and an error of 1e-5 in 1 − β2 would show as half of that.
        Assert.Equal(-0.1, Optimize.From([0], new Adam<float>([1]) { Epsilon = 0 }, 0.1, [1])[0], 1e-7 * 0.3);
        Assert.NotEqual(0.001f, 1f - 0.999f);
    }

    private static double[] Start => [.. Enumerable.Range(0, 12).Select(i => Math.Sin(i + 1))];

    private static double[] Run(ReferenceOptimizer optimizer, double rate)
    {
        Random random = new(6);
        double[] parameter = Start;
        for (int step = 0; step < 1000; step++)
        {
            double[] noise = Optimize.Normal(random, 12, 0.1);
            optimizer.Step([parameter], [[.. parameter.Select((x, i) => (0.2 + 0.1 * i) * (x - 0.1 * i) + noise[i])]], rate);
        }

        return parameter;
    }
}
