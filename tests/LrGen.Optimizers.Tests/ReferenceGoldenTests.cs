using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>The reference gives the numbers of the systems that it restates.</summary>
public sealed class ReferenceGoldenTests
{
    /// <summary>The series by id: its parameters as the file writes them, the rate, and the optimizer.</summary>
    private static readonly Dictionary<string, (string Params, double Rate, Func<ReferenceOptimizer> New)> s_optimizers = new()
    {
        ["G125"] = ("lr .1", 0.1, () => new Sgd<double>([2])),
        ["G126"] = ("lr .1,momentum .9,dampening .5,weight_decay .01", 0.1,
            () => new Sgd<double>([2]) { Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.01 }),
        ["G127"] = ("lr .1,momentum .9,nesterov", 0.1, () => new Sgd<double>([2]) { Momentum = 0.9, Nesterov = true }),
        ["G128"] = ("lr .1", 0.1, () => new Adam<double>([2])),
        ["G131"] = ("lr .1,betas (.9,.9)", 0.1, () => new RAdam<double>([2]) { Beta2 = 0.9 }),
        ["G133"] = ("lr .1", 0.1, () => new Adamax<double>([2])),
        ["G134"] = ("lr .1,lr_decay .1", 0.1, () => new Adagrad<double>([2]) { RateDecay = 0.1 }),
        ["G135"] = ("lr 1", 1, () => new Adadelta<double>([2])),
        ["G136"] = ("lr .01", 0.01, () => new RmsProp<double>([2])),
        ["G137"] = ("lr .01,centered,momentum .9", 0.01, () => new RmsProp<double>([2]) { Centered = true, Momentum = 0.9 }),
        ["G139"] = ("lr .1 (wd .01,max_grad_norm 1)", 0.1, () => new Lamb<double>([2])),
        ["G140"] = ("lr .1,momentum .9,wd .01", 0.1, () => new Lars<double>([2]) { Momentum = 0.9, WeightDecay = 0.01 }),
        ["G141"] = ("lr .1,warmup 3,wd .01", 0.1, () => new ScheduleFreeAdamW<double>([2]) { WarmupSteps = 3, WeightDecay = 0.01 }),
        ["G142"] = ("lr .1", 0.1, () => new NAdam<double>([2])),
    };

    public static TheoryData<string> Ids => [.. s_optimizers.Keys];

    [Fact]
    public void Every_series_has_its_optimizer() => Assert.Equal(GoldenSeries.All.Keys.Order(), s_optimizers.Keys.Order());

    [Fact]
    public void Every_series_has_the_gradients_that_are_stepped_with()
    {
        string steps = string.Join(", ", GoldenSeries.Gradients.Select(g => FormattableString.Invariant($"[{g[0]:0.0#}, {g[1]:0.0#}]")));
        Assert.All(GoldenSeries.All.Values, s => Assert.Contains(s.Note, (string[])[$"p=[1,-2]; grads in order [{steps}]", "same inputs"]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Gives_the_numbers_of_the_system(string id)
    {
        GoldenSeries series = GoldenSeries.All[id];
        var (parameters, rate, make) = s_optimizers[id];
        Assert.Equal(series.Params, parameters);
        Assert.Equal("float64", series.Precision);
        Assert.Equal(GoldenSeries.Gradients.Length, series.Steps.Length);
        ReferenceOptimizer optimizer = make();
        double[][] parameter = [GoldenSeries.Start];
        for (int step = 0; step < series.Steps.Length; step++)
        {
            optimizer.Step(parameter, [GoldenSeries.Gradients[step]], rate);
            Optimize.Close(series.Steps[step], parameter[0]);
        }

        if (optimizer is ScheduleFreeAdamW<double> free)
        {
            free.Evaluate(parameter);
            Optimize.Close(series.Evaluated!, parameter[0]);
            free.Train(parameter);
            Optimize.Close(series.Steps[^1], parameter[0]);
        }
        else
        {
            Assert.Null(series.Evaluated);
        }
    }
}
